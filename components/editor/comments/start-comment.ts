import type { EditorSession } from "@/components/editor/session/editor-session";
import { encodeAnchor } from "@/lib/collab/client/anchors";
import { maxQuoteLength } from "@/lib/api/limits";
import { slideAt, slideCores } from "@/lib/deck";

/** Begins a comment on what is selected, or on the slide under the caret where nothing is. */
export function startComment(session: EditorSession): void {
  const { comments, source, live, caret } = session;
  if (comments === undefined) return;
  const { deck } = live.snapshot();
  const selected = session.pane()?.selection();
  if (selected === undefined || selected.end <= selected.start) return commentOnSlide(session, caret.get().slideIndex);
  const range = { start: selected.start, end: Math.min(selected.end, selected.start + maxQuoteLength) };
  const quote = source.text.toString().slice(range.start, range.end);
  const anchor = encodeAnchor(source.text, range);
  comments.show({ isOpen: true, draft: { range, quote, anchor, slide: slideAt(deck, range.start) } });
}

/** Begins a comment on a slide as a whole. */
export function commentOnSlide({ comments, live }: EditorSession, slide: number): void {
  const { deck } = live.snapshot();
  comments?.show({ isOpen: true, draft: { at: slideCores(deck)[slide]?.start ?? 0, slide } });
}
