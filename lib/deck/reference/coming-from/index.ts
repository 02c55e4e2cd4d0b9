import { hackmd } from "./hackmd";
import { pandoc } from "./pandoc";
import { remark } from "./remark";
import { reveal } from "./reveal";
import { slidev } from "./slidev";
import type { ComingFromTool } from "./tool";

/** The tools whose decks people bring. */
export const comingFrom: readonly ComingFromTool[] = [slidev, reveal, remark, hackmd, pandoc];
