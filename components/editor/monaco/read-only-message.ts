import type { CodeEditor, Monaco } from "@/components/editor/monaco/load-monaco";
import type { EditorSession } from "@/components/editor/session/editor-session";
import type { editor } from "monaco-editor/editor";

/** Long enough to read two sentences. */
const shownMs = 8_000;

/**
 * Says at the caret why nothing can be typed, when somebody tries. Monaco's own message leaves the pane above the first
 * line, over whatever stands there; this one stays within the text. Returns its stop.
 */
export function showReadOnly(monaco: Monaco, target: CodeEditor, session: EditorSession): () => void {
  const { ABOVE, BELOW } = monaco.editor.ContentWidgetPositionPreference;
  const node = document.createElement("div");
  node.className = "read-only-message";
  // Read out by the announcer; here it would be read a second time.
  node.setAttribute("aria-hidden", "true");
  const words = node.appendChild(document.createElement("p"));
  let position: ReturnType<CodeEditor["getPosition"]> = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const widget: editor.IContentWidget = {
    getId: () => "lectern.read-only",
    getDomNode: () => node,
    getPosition: () => position && { position, preference: [BELOW, ABOVE] },
  };
  target.addContentWidget(widget);

  function hide() {
    if (position === null) return;
    clearTimeout(timer);
    position = null;
    target.layoutContentWidget(widget);
  }

  function show() {
    const sentence = whyReadOnly(session);
    if (position === null || words.textContent !== sentence) session.announcements.say(sentence);
    words.textContent = sentence;
    position = target.getPosition();
    target.layoutContentWidget(widget);
    clearTimeout(timer);
    timer = setTimeout(hide, shownMs);
  }

  const subscriptions = [
    target.onDidAttemptReadOnlyEdit(show),
    target.onDidChangeCursorPosition(hide),
    target.onDidBlurEditorText(hide),
    target.onKeyDown(({ keyCode }) => keyCode === monaco.KeyCode.Escape && hide()),
  ];
  const stop = session.source.subscribe(() => {
    if (session.source.canEdit || words.textContent !== whyReadOnly(session)) hide();
  });
  return () => {
    stop();
    for (const subscription of subscriptions) subscription.dispose();
    clearTimeout(timer);
    target.removeContentWidget(widget);
  };
}

function whyReadOnly({ source }: EditorSession): string {
  return source.saveState.state === "read-only" ? source.saveState.reason : "You can't change the text right now.";
}
