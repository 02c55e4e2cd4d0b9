import type { Item, SlideProblem } from "@/lib/deck/assemble";
import type { DeckSettings, DeckStyler, Notice, NoticeSeverity, SlideSettings, SourceRange, TextEdit } from "@/lib/deck/deck";
import type { FrontMatterBlock } from "@/lib/deck/front-matter";
import type { LinkDefinition } from "@/lib/deck/language";
import { lineStarts, rangeOf } from "@/lib/deck/positions";
import type { SettingProblem } from "@/lib/deck/settings";
import type { SlideSource } from "@/lib/deck/slide-source";
import type { PlacedToken } from "./placed-tokens";

/** What a rule about a whole deck may look at; offsets into `text`, which has LF line ends. */
export interface NoticeContext {
  readonly text: string;
  readonly front: FrontMatterBlock;
  readonly settings: DeckSettings;
  readonly items: readonly Item[];
  /** Offset of every slide's own text. */
  readonly slideStarts: readonly number[];
  readonly anchors: readonly string[];
  readonly slides: readonly SlideSettings[];
  readonly problems: readonly SettingProblem[];
  readonly slideProblems: readonly SlideProblem[];
  readonly definitions: ReadonlyMap<string, LinkDefinition>;
  readonly footnotes: ReadonlyMap<string, string>;
  /** Undefined while nobody here reads colours. */
  readonly contrastOf: DeckStyler["contrast"] | undefined;
  /** What a sheet loses when it is read; undefined while nobody here reads CSS. */
  readonly removedOf: DeckStyler["removed"] | undefined;
}

/** A rule that needs the deck as a whole; asked anew at every edit, so it reads what slides already know of themselves. */
export type NoticeRule = (context: NoticeContext) => readonly Notice[];

/** What a rule about one slide may look at; offsets into the slide's own text. */
export interface SlideContext {
  readonly text: string;
  readonly source: SlideSource;
  /** All tokens that show, blocks and inlines, in the order of the text. */
  readonly tokens: readonly PlacedToken[];
}

/** A notice on a slide, with offsets into the slide's own text. */
export interface SlideRemark {
  readonly code: string;
  readonly severity: NoticeSeverity;
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly fix?: { readonly label: string; readonly edits: readonly TextEdit[] };
}

/** A rule that one slide's text decides alone: asked once for every text. */
export type SlideRule = (context: SlideContext) => readonly SlideRemark[];

/** Nothing to say: what a rule answers about most slides, without a list of its own for each of thousands. */
export const nothing: readonly never[] = [];

/** What a rule says of each slide, in their order. */
export function ofSlides({ items }: NoticeContext, say: (item: Item, index: number) => readonly Notice[]): readonly Notice[] {
  const said: Notice[] = [];
  for (let index = 0; index < items.length; index++) {
    const item = items[index];
    if (item) for (const notice of say(item, index)) said.push(notice);
  }
  return said;
}

/** Offsets at which a text's lines start, once somebody asks: most decks have little to mend. */
const starts = new WeakMap<NoticeContext, readonly number[]>();

/** A range of the text with its lines. */
export function noticeRange(context: NoticeContext, start: number, end: number): SourceRange {
  const known = starts.get(context) ?? lineStarts(context.text);
  starts.set(context, known);
  return rangeOf(known, start, end);
}
