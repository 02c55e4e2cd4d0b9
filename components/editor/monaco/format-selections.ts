import type { CodeEditor, Monaco, TextModel } from "@/components/editor/monaco/load-monaco";
import type { EditorSession, TextPane } from "@/components/editor/session/editor-session";
import type { TextSelection } from "@/components/editor/format/text-format";
import { untouchableStretches, type TextEdit } from "@/lib/deck";

interface FormatterOptions {
  readonly monaco: Monaco;
  readonly target: CodeEditor;
  readonly model: TextModel;
  readonly session: EditorSession;
  readonly undoManager: { stopCapturing(): void };
}

/** Formatting through the editor's own edits, so that carets and the shared text follow; each act is one step of undo. */
export function createFormatter({ monaco, target, model, session, undoManager }: FormatterOptions): Pick<TextPane, "format" | "place"> {
  const offsetsOf = (): readonly TextSelection[] =>
    (target.getSelections() ?? []).map((selection) => ({
      start: model.getOffsetAt(selection.getStartPosition()),
      end: model.getOffsetAt(selection.getEndPosition()),
    }));
  const rangeAt = (start: number, end: number) => monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end));

  const write = (edits: readonly TextEdit[], selections: readonly TextSelection[]): boolean => {
    undoManager.stopCapturing();
    const isDone = target.executeEdits(
      "format",
      edits.map((edit) => ({ range: rangeAt(edit.start, edit.end), text: edit.text, forceMoveMarkers: true })),
      () => selections.map(({ start, end }) => monaco.Selection.fromPositions(model.getPositionAt(start), model.getPositionAt(end))),
    );
    undoManager.stopCapturing();
    target.focus();
    return isDone;
  };
  const deckNow = () => {
    session.live.flush();
    const { deck } = session.live.snapshot();
    return deck.source.length === model.getValueLength() ? deck : undefined;
  };

  return {
    format: (act) => {
      const deck = deckNow();
      const selections = offsetsOf();
      if (deck === undefined || selections.length === 0) return false;
      const from = Math.min(...selections.map(({ start }) => start));
      const to = Math.max(...selections.map(({ end }) => end));
      // A line's edges may lie in a stretch that begins or ends outside the selection.
      const untouchable = untouchableStretches(deck, from, to);
      const { edits, selections: after } = act({ text: deck.source, selections, untouchable });
      return edits.length > 0 && write(edits, after);
    },
    place: (make) => {
      const deck = deckNow();
      const made = deck === undefined ? undefined : make(deck, offsetsOf()[0]?.start ?? 0);
      if (made === undefined) return false;
      const caret = { start: made.caret, end: made.caret };
      if (made.edits.length > 0) return write(made.edits, [caret]);
      session.pane()?.goTo(made.caret, { focus: true });
      return true;
    },
  };
}
