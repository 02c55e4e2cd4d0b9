import type { Item, SlideProblem } from "@/lib/deck/assemble";
import type { DeckSettings, Notice, SlideSettings, SourceRange } from "@/lib/deck/deck";
import type { FrontMatterBlock } from "@/lib/deck/front-matter";
import type { LinkDefinition } from "@/lib/deck/language";
import { rangeOf } from "@/lib/deck/positions";
import type { SettingProblem } from "@/lib/deck/settings";

/** What a rule may look at; offsets into `text`, which has LF line ends. */
export interface NoticeContext {
  readonly text: string;
  readonly front: FrontMatterBlock;
  readonly settings: DeckSettings;
  readonly items: readonly Item[];
  readonly slides: readonly SlideSettings[];
  readonly problems: readonly SettingProblem[];
  readonly slideProblems: readonly SlideProblem[];
  readonly definitions: ReadonlyMap<string, LinkDefinition>;
  readonly footnotes: ReadonlyMap<string, string>;
  /** Offsets at which lines start. */
  readonly starts: readonly number[];
}

export type NoticeRule = (context: NoticeContext) => readonly Notice[];

/** A range of the text with its lines. */
export function noticeRange(context: NoticeContext, start: number, end: number): SourceRange {
  return rangeOf(context.starts, start, end);
}

/** Offset of every slide's own text. */
export function slideStarts({ front, items }: NoticeContext): readonly number[] {
  let offset = front.length;
  return items.map(({ piece }) => {
    const start = offset + piece.lead.length;
    offset = start + piece.text.length;
    return start;
  });
}
