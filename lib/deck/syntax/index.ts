import type { MarkedExtension } from "marked";
import { alerts } from "./alerts";
import { boxes } from "./boxes";
import { code } from "./code";
import { emoji } from "./emoji";
import { headingsThatFit } from "./fit-headings";
import { footnotes } from "./footnotes";
import { fragments } from "./fragments";
import { images } from "./images";
import { lists } from "./lists";
import { math } from "./math";
import { media } from "./media";
import { notesSeparator } from "./notes-separator";
import { landslideQr } from "./qr";
import { videos } from "./videos";

/** The extensions of the language, in order: of two that could read a text the earlier one wins, of two that could print it the later. */
export const extensions: readonly MarkedExtension[] = [
  notesSeparator,
  fragments,
  landslideQr,
  boxes,
  footnotes,
  math,
  emoji,
  code,
  alerts,
  images,
  media,
  videos,
  lists,
  headingsThatFit,
];

/** What a block of ours begins with: nobody is asked about any other. */
export const blockSigns = /^ {0,3}[.:?[$]/;
/** A text that holds none of these has no block of ours, wherever in it. */
export const blockMarks: readonly string[] = ["$$", "[^", ":::", "???", ". . .", ".qr:"];
/** What an inline of ours begins with. */
export const inlineSigns = /^[[$:]/;
