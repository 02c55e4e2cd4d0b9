import type { BoundEditor } from "@/lib/collab/client/selections";
import { shiftOffset, type OffsetEdit } from "@/lib/collab/client/text-delta";

/** Runs `apply`, which makes somebody else's edits, so that the first visible line stays where it is on the screen. */
export function keepView({ editor, model, edits }: BoundEditor & { readonly edits: readonly OffsetEdit[] }, apply: () => void): void {
  const top = editor.getModel() === model ? editor.getVisibleRanges()[0] : undefined;
  if (top === undefined) {
    apply();
    return;
  }
  const offset = model.getOffsetAt(top.getStartPosition());
  const gap = editor.getScrollTop() - editor.getTopForPosition(top.startLineNumber, top.startColumn);
  apply();
  const { lineNumber, column } = model.getPositionAt(shiftOffset(offset, edits, "after"));
  const scrollTop = Math.max(0, editor.getTopForPosition(lineNumber, column) + gap);
  if (scrollTop !== editor.getScrollTop()) editor.setScrollTop(scrollTop, immediate);
}

/** `ScrollType.Immediate`: an animation would show the jump. */
const immediate = 1;
