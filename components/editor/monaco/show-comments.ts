import { startComment } from "@/components/editor/comments/start-comment";
import type { CodeEditor, Monaco } from "@/components/editor/monaco/load-monaco";
import type { EditorSession } from "@/components/editor/session/editor-session";
import type { editor } from "monaco-editor/editor";

/**
 * Marks what comments are about, opens them where a mark is clicked, and offers to comment on what is selected: by a button
 * beside the selection, by a key and in the palette. Whoever may not write may comment. Returns its stop.
 */
export function showComments(monaco: Monaco, target: CodeEditor, session: EditorSession): () => void {
  const { comments } = session;
  if (comments === undefined) return () => undefined;
  const marks = target.createDecorationsCollection();
  let threadOfMark = new Map<string, string>();

  function draw() {
    const model = target.getModel();
    const { placed, activeId, draft } = comments?.get() ?? {};
    // Places in a text that this one is ahead of: they are looked up again in a moment, and marks move by themselves.
    if (model === null || model.getValueLength() !== session.live.snapshot().deck.source.length) return;
    const shown = (placed ?? []).flatMap(({ thread, range }) =>
      range !== undefined && (thread.resolved === null || thread.id === activeId) ? [{ id: thread.id, range, isActive: thread.id === activeId }] : [],
    );
    const drafted = draft?.range === undefined ? [] : [{ id: "", range: draft.range, isActive: true }];
    const all = [...shown, ...drafted];
    const ids = marks.set(
      all.map(({ range, isActive }) => ({
        range: monaco.Range.fromPositions(model.getPositionAt(range.start), model.getPositionAt(range.end)),
        options: markOptions(monaco, isActive),
      })),
    );
    threadOfMark = new Map(ids.map((mark, index) => [mark, all[index]?.id ?? ""]));
  }

  const offer = offerComment(monaco, target, () => startComment(session));
  const action = target.addAction({
    id: "lectern.comment",
    label: "Comment",
    keybindings: [monaco.KeyMod.CtrlCmd | monaco.KeyMod.Alt | monaco.KeyCode.KeyM],
    contextMenuGroupId: "1_modification",
    run: () => startComment(session),
  });
  const clicks = target.onMouseUp(({ target: { position }, event }) => {
    const model = target.getModel();
    if (position === null || model === null || !event.leftButton || target.getSelection()?.isEmpty() === false) return;
    const hit = model.getDecorationsInRange(monaco.Range.fromPositions(position)).find(({ id }) => threadOfMark.has(id));
    const thread = hit && threadOfMark.get(hit.id);
    if (thread !== undefined && thread !== "") comments.show({ isOpen: true, shown: "open", activeId: thread });
  });
  const stop = comments.subscribe(draw);
  const stopLive = session.live.subscribe(() => {
    if (marks.length === 0) draw();
  });
  draw();
  return () => {
    stop();
    stopLive();
    clicks.dispose();
    action.dispose();
    offer();
    marks.clear();
  };
}

function markOptions(monaco: Monaco, isActive: boolean): editor.IModelDecorationOptions {
  return {
    inlineClassName: isActive ? "comment-mark comment-mark-active" : "comment-mark",
    stickiness: monaco.editor.TrackedRangeStickiness.NeverGrowsWhenTypingAtEdges,
    overviewRuler: { color: "#d08700", position: monaco.editor.OverviewRulerLane.Center },
    zIndex: 1,
  };
}

/** A button beside what is selected. */
function offerComment(monaco: Monaco, target: CodeEditor, onComment: () => void): () => void {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "comment-offer";
  button.textContent = "Comment";
  button.addEventListener("mousedown", (event) => event.preventDefault());
  button.addEventListener("click", () => {
    onComment();
    update();
  });
  let isShown = false;
  const { ABOVE, BELOW } = monaco.editor.ContentWidgetPositionPreference;
  const widget: editor.IContentWidget = {
    getId: () => "lectern.comment-offer",
    getDomNode: () => button,
    getPosition: () => {
      const selection = target.getSelection();
      return selection === null || selection.isEmpty() ? null : { position: selection.getPosition(), preference: [ABOVE, BELOW] };
    },
  };
  function update() {
    const isWanted = target.getSelection()?.isEmpty() === false;
    if (isWanted && !isShown) target.addContentWidget(widget);
    else if (isWanted) target.layoutContentWidget(widget);
    else if (isShown) target.removeContentWidget(widget);
    isShown = isWanted;
  }
  const subscription = target.onDidChangeCursorSelection(update);
  return () => {
    subscription.dispose();
    if (isShown) target.removeContentWidget(widget);
  };
}
