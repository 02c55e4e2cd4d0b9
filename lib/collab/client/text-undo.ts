import type * as Monaco from "monaco-editor/editor";
import * as Y from "yjs";
import { anchorSelections, locateSelections, type AnchoredSelection } from "@/lib/collab/client/presence";
import { setSelections, type BoundEditor, type SelectionTracker } from "@/lib/collab/client/selections";

export interface TakeOverUndoOptions extends BoundEditor {
  readonly monaco: Pick<typeof Monaco, "Selection">;
  readonly text: Y.Text;
  readonly doc: Y.Doc;
  /** Marks the transactions of this person. */
  readonly origin: object;
  readonly tracker: SelectionTracker;
  readonly canEdit: () => boolean;
}

/** Typing within this time is undone together. */
const captureTimeoutMs = 500;

/**
 * Replaces a model's own undo, which would take back what co-authors wrote. On the model and not on a key: keys, menu,
 * palette and any other command all come through here.
 */
export function takeOverUndo({ monaco, editor, model, text, doc, origin, tracker, canEdit }: TakeOverUndoOptions): {
  readonly manager: Y.UndoManager;
  /** The latest step was no typing, but an act on the server: undoing it is this. */
  readonly addStep: (takeBack: () => void) => void;
  readonly stop: () => void;
} {
  const manager = new Y.UndoManager(text, { trackedOrigins: new Set([origin]), captureTimeout: captureTimeoutMs });
  const caretsOfItem = new WeakMap<object, readonly AnchoredSelection[]>();
  let before: readonly AnchoredSelection[] = [];
  /** Acts on the server, each with how many steps of typing there were before it. */
  const acts: { readonly depth: number; readonly takeBack: () => void }[] = [];
  const isActLatest = () => acts.length > 0 && manager.undoStack.length <= (acts.at(-1)?.depth ?? 0);

  const onBeforeTransaction = ({ origin: by }: Y.Transaction) => {
    if (by === origin || by === manager) before = anchorSelections(text, tracker.latest());
  };
  doc.on("beforeTransaction", onBeforeTransaction);
  manager.on("stack-item-added", ({ stackItem }) => caretsOfItem.set(stackItem, before));
  manager.on("stack-item-popped", ({ stackItem }) => {
    setSelections({ monaco, editor, model, source: "undo" }, locateSelections(doc, caretsOfItem.get(stackItem) ?? []));
    const caret = editor.getModel() === model ? editor.getPosition() : null;
    if (caret !== null) editor.revealPositionInCenterIfOutsideViewport(caret);
  });

  const overrides: Pick<Monaco.editor.ITextModel, "undo" | "redo" | "canUndo" | "canRedo"> = {
    undo: () => {
      if (!canEdit()) return;
      if (isActLatest()) acts.pop()?.takeBack();
      else manager.undo();
    },
    redo: () => {
      if (canEdit()) manager.redo();
    },
    canUndo: () => canEdit() && (isActLatest() || manager.canUndo()),
    canRedo: () => canEdit() && manager.canRedo(),
  };
  Object.assign(model, overrides);
  return {
    manager,
    addStep: (takeBack) => {
      manager.stopCapturing();
      acts.push({ depth: manager.undoStack.length, takeBack });
    },
    stop: () => {
      for (const name of Object.keys(overrides)) Reflect.deleteProperty(model, name);
      doc.off("beforeTransaction", onBeforeTransaction);
      manager.destroy();
    },
  };
}
