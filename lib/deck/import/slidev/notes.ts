import { readComment } from "@/lib/deck/comments";
import type { TextEdit } from "@/lib/deck/deck";
import { applyTextEdits } from "@/lib/deck/edits";
import { hideText } from "@/lib/deck/import/slide-comments";
import { findComments, maskCode, type Comment } from "@/lib/deck/import/masked-text";

/**
 * Slidev's speaker notes: the last comment, where nothing comes after it. All other comments say nothing to anybody
 * there; where one stands on lines of its own it is kept from becoming a note.
 */
export function separateNotes(text: string): { readonly content: string; readonly notes: string } {
  const comments = findComments(maskCode(text)).map((comment) => ({ ...comment, inside: text.slice(comment.start + 4, comment.end - 3) }));
  const last = comments.at(-1);
  const notes = last !== undefined && text.slice(last.end).trim() === "" && !isSettings(last) ? last : undefined;
  const edits: TextEdit[] = comments
    .filter((comment) => comment !== notes)
    .flatMap((comment) => {
      const hidden = hide(text, comment);
      return hidden === undefined ? [] : [{ start: comment.start, end: comment.end, text: hidden }];
    });
  if (notes !== undefined) edits.push({ start: notes.start, end: text.length, text: "" });
  return { content: applyTextEdits(text, edits), notes: notes?.inside.trim() ?? "" };
}

/** Comments of the deck language itself: the slide has been here before. */
function isSettings({ inside }: Comment): boolean {
  const { notes, values, ownValues, unknownKeys } = readComment(inside);
  return notes === "" && (unknownKeys.length > 0 || Object.keys(values).length > 0 || Object.keys(ownValues).length > 0);
}

/** A line that starts a block may be a link definition; within a paragraph or HTML the comment stays one. */
function hide(text: string, comment: Comment): string | undefined {
  const said = comment.inside.trim();
  if (said === "" || isSettings(comment)) return undefined;
  const before = text.slice(Math.max(0, comment.start - 200), comment.start);
  const lineEnd = text.indexOf("\n", comment.end);
  const startsBlock = comment.start === 0 || /\n[ \t]*\n$/.test(before) || (before.length < 200 && before.trim() === "" && before.endsWith("\n"));
  return startsBlock && text.slice(comment.end, lineEnd === -1 ? undefined : lineEnd).trim() === "" ? hideText(said) : undefined;
}
