import type * as Monaco from "monaco-editor/editor";

/** How long a name stays after its caret moved. */
const flagShownMs = 2_500;

export interface CaretFlagState {
  readonly position: Monaco.IPosition;
  /** Empty for a caret without a flag. */
  readonly name: string;
  readonly colorClass: string;
}

/** A co-author's caret, with a flag that shows the name while it moves. */
export interface CaretFlag {
  show(state: CaretFlagState): void;
  remove(): void;
}

export interface CaretFlagOptions {
  readonly monaco: typeof Monaco;
  readonly editor: Monaco.editor.ICodeEditor;
  readonly id: string;
}

/** Puts a caret into the editor; nothing of it shows before `show`. */
export function createCaretFlag({ monaco, editor, id }: CaretFlagOptions): CaretFlag {
  const node = document.createElement("div");
  // Who is here is told by the list "People here"; a reader of the text must not trip over names in it.
  node.setAttribute("aria-hidden", "true");
  const label = document.createElement("span");
  label.className = "peer-flag";
  node.append(label);
  let position: Monaco.IPosition | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const widget: Monaco.editor.IContentWidget = {
    suppressMouseDown: true,
    getId: () => id,
    getDomNode: () => node,
    getPosition: () => (position === undefined ? null : { position, preference: [monaco.editor.ContentWidgetPositionPreference.EXACT] }),
  };
  editor.addContentWidget(widget);
  return {
    show: (state) => {
      const isMoved = position?.lineNumber !== state.position.lineNumber || position.column !== state.position.column;
      position = state.position;
      label.textContent = state.name;
      node.className = `peer-caret ${state.colorClass}`;
      node.style.height = `${editor.getOption(monaco.editor.EditorOption.lineHeight)}px`;
      // Above the first line there is no room.
      node.toggleAttribute("data-first-line", position.lineNumber === 1);
      if (!isMoved) return;
      node.setAttribute("data-moving", "");
      clearTimeout(timer);
      timer = setTimeout(() => node.removeAttribute("data-moving"), flagShownMs);
      editor.layoutContentWidget(widget);
    },
    remove: () => {
      clearTimeout(timer);
      editor.removeContentWidget(widget);
    },
  };
}
