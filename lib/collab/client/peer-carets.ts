import type * as Monaco from "monaco-editor/editor";
import type { Awareness } from "y-protocols/awareness";
import type * as Y from "yjs";
import { createCaretFlag, type CaretFlag } from "@/lib/collab/client/caret-flag";
import { readPeerSelections } from "@/lib/collab/client/presence";
import type { BoundEditor } from "@/lib/collab/client/selections";
import { personColors } from "@/lib/collab/protocol/person-color";

export interface DrawPeersOptions extends BoundEditor {
  readonly monaco: typeof Monaco;
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
}

/**
 * Draws co-authors' selections and carets with name flags. The classes `peer-…` are styled where Monaco is mounted.
 * Returns its stop.
 */
export function drawPeers({ monaco, editor, model, doc, awareness }: DrawPeersOptions): () => void {
  const decorations = editor.createDecorationsCollection();
  const flags = new Map<string, CaretFlag>();
  let isScheduled = false;
  let isStopped = false;

  const draw = () => {
    isScheduled = false;
    if (isStopped || editor.getModel() !== model) return;
    const shown = new Set<string>();
    const marks: Monaco.editor.IModelDeltaDecoration[] = [];
    for (const { clientId, name, color, selections } of readPeerSelections(awareness, doc)) {
      const colorClass = `peer-${personColors.indexOf(color)}`;
      for (const [index, { anchor, head }] of selections.entries()) {
        const caret = model.getPositionAt(head);
        const id = `peer-caret-${clientId}-${index}`;
        shown.add(id);
        const flag = flags.get(id) ?? createCaretFlag({ monaco, editor, id });
        flags.set(id, flag);
        // One person, one name: further carets of theirs go without a flag.
        flag.show({ position: caret, name: index === 0 ? name : "", colorClass });
        if (anchor === head) continue;
        const [start, end] = [model.getPositionAt(Math.min(anchor, head)), model.getPositionAt(Math.max(anchor, head))];
        const className = `peer-selection ${colorClass}`;
        marks.push({ range: monaco.Range.fromPositions(start, end), options: { className } });
      }
    }
    decorations.set(marks);
    for (const [id, flag] of flags) {
      if (shown.has(id)) continue;
      flag.remove();
      flags.delete(id);
    }
  };
  const schedule = () => {
    if (isScheduled) return;
    isScheduled = true;
    // After Monaco and the text have both taken the change in.
    queueMicrotask(draw);
  };

  awareness.on("change", schedule);
  const subscriptions = [model.onDidChangeContent(schedule), editor.onDidChangeModel(schedule)];
  schedule();
  return () => {
    isStopped = true;
    awareness.off("change", schedule);
    for (const subscription of subscriptions) subscription.dispose();
    for (const flag of flags.values()) flag.remove();
    decorations.clear();
  };
}
