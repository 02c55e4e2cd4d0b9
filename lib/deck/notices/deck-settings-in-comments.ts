import { setFrontMatter, type FrontMatterChanges } from "@/lib/deck/edit/set-front-matter";
import type { Notice, TextEdit } from "@/lib/deck/deck";
import { noticeRange, nothing, ofSlides, type NoticeContext, type NoticeRule } from "./rule";

/** Marp takes settings of the whole deck from comments, too. Here they stand in the front matter. */
export const deckSettingsInComments: NoticeRule = (context) => {
  let fixes = 0;
  return ofSlides(context, ({ source }, index) => {
    if (source.deckSettings.length === 0) return nothing;
    const offset = context.slideStarts[index] ?? 0;
    return source.deckSettings.map(({ key, value, start, end }): Notice => {
      const edits = fixes++ < maxFixes ? moveEdits(context, { [key]: value }, offset + start, offset + end) : undefined;
      return {
        code: "deck-setting-in-comment",
        severity: "warning",
        message: `"${key}" is a setting of the whole deck: in a comment it does nothing, in the front matter it does.`,
        range: noticeRange(context, offset + start, offset + end),
        ...(edits === undefined ? {} : { fix: { label: "Move it into the front matter", edits } }),
      };
    });
  });
};

/** Each fix reads the front matter; a deck with more of them is no deck. */
const maxFixes = 20;

/** Takes the setting out of its comment and writes it into the front matter; undefined where one of the two can't be read. */
function moveEdits({ text, front }: NoticeContext, changes: FrontMatterChanges, start: number, end: number): readonly TextEdit[] | undefined {
  const range = front.length === 0 ? undefined : { start: 0, end: front.length };
  const written = setFrontMatter({ source: text, frontMatter: { range } }, changes);
  // Where it says so already there is nothing to write.
  return written.length > 0 || !front.error ? [...written, takeOut(text, start, end)] : undefined;
}

/** The setting's lines go; with nothing else in the comment, the whole of it with its line. */
function takeOut(text: string, start: number, end: number): TextEdit {
  const open = text.lastIndexOf("<!--", start);
  const close = text.indexOf("-->", end);
  const isAlone = /^<!--\s*\$?$/.test(text.slice(open, start)) && text.slice(end, close).trim() === "";
  const from = isAlone ? open : text.lastIndexOf("\n", start) + 1;
  const to = isAlone ? close + 3 : end;
  const startsLine = from === 0 || text[from - 1] === "\n";
  return { start: Math.max(from, open), end: startsLine && text[to] === "\n" ? to + 1 : to, text: "" };
}
