import { deckset } from "./deckset";
import { gitpitch } from "./gitpitch";
import { hackmd } from "./hackmd";
import { landslide } from "./landslide";
import { marp } from "./marp";
import { pandoc } from "./pandoc";
import { remark } from "./remark";
import { reveal } from "./reveal";
import { slidev } from "./slidev";
import type { ComingFromTool } from "./tool";

/** The tools whose decks people bring. */
export const comingFrom: readonly ComingFromTool[] = [marp, slidev, reveal, landslide, remark, hackmd, pandoc, deckset, gitpitch];
