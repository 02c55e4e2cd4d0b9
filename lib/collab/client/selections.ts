import type * as Monaco from "monaco-editor/editor";
import type { OffsetSelection } from "@/lib/collab/client/presence";
import { shiftOffset, type OffsetEdit } from "@/lib/collab/client/text-delta";

/** Names, in Monaco's cursor events, a caret that was put back because of a co-author's edit: nobody moved it. */
export const remoteEditSource = "remote-edit";

/** An editor and the model that is bound; it may show another one. */
export interface BoundEditor {
  readonly editor: Monaco.editor.ICodeEditor;
  readonly model: Monaco.editor.ITextModel;
}

/** All selections as offsets; none where the editor shows another model. */
export function readSelections({ editor, model }: BoundEditor): readonly OffsetSelection[] {
  if (editor.getModel() !== model) return [];
  return (editor.getSelections() ?? []).map((selection) => ({
    anchor: model.getOffsetAt({ lineNumber: selection.selectionStartLineNumber, column: selection.selectionStartColumn }),
    head: model.getOffsetAt({ lineNumber: selection.positionLineNumber, column: selection.positionColumn }),
  }));
}

/** Where selections lie after somebody else's edits: a caret stays before what is written at it, a selection takes nothing in. */
export function shiftSelections(selections: readonly OffsetSelection[], edits: readonly OffsetEdit[]): readonly OffsetSelection[] {
  return selections.map(({ anchor, head }) => {
    if (anchor === head) {
      const caret = shiftOffset(head, edits);
      return { anchor: caret, head: caret };
    }
    const isForward = anchor < head;
    const start = shiftOffset(Math.min(anchor, head), edits, "after");
    const end = Math.max(start, shiftOffset(Math.max(anchor, head), edits));
    return isForward ? { anchor: start, head: end } : { anchor: end, head: start };
  });
}

export interface SetSelectionsOptions extends BoundEditor {
  readonly monaco: Pick<typeof Monaco, "Selection">;
  /** Named in the editor's cursor events. */
  readonly source: string;
}

/** Sets selections by offsets, unless they are there already. */
export function setSelections({ monaco, editor, model, source }: SetSelectionsOptions, selections: readonly OffsetSelection[]): void {
  if (selections.length === 0 || sameSelections(readSelections({ editor, model }), selections)) return;
  editor.setSelections(
    selections.map(({ anchor, head }) => {
      const from = model.getPositionAt(anchor);
      const to = model.getPositionAt(head);
      return new monaco.Selection(from.lineNumber, from.column, to.lineNumber, to.column);
    }),
    source,
  );
}

function sameSelections(a: readonly OffsetSelection[], b: readonly OffsetSelection[]): boolean {
  return a.length === b.length && a.every((selection, index) => selection.anchor === b[index]?.anchor && selection.head === b[index].head);
}

/** The selections as they were before whatever happens next. */
export interface SelectionTracker {
  latest(): readonly OffsetSelection[];
  /** Reads them anew: an edit elsewhere changes offsets without moving any caret on the screen. */
  refresh(): void;
  stop(): void;
}

/** Follows the selections; `onChange` hears when one of them changed. */
export function trackSelections(bound: BoundEditor, onChange: () => void): SelectionTracker {
  let latest = readSelections(bound);
  const refresh = () => {
    const next = readSelections(bound);
    if (sameSelections(latest, next)) return;
    latest = next;
    onChange();
  };
  const subscription = bound.editor.onDidChangeCursorSelection(refresh);
  return { latest: () => latest, refresh, stop: () => subscription.dispose() };
}
