import "@/components/editor/monaco/monaco.css";
import "@/components/editor/monaco/peers.css";
import { bindMonaco } from "@/lib/collab/client/monaco-binding";
import { offerCompletion } from "@/components/editor/monaco/complete";
import { drawSlideMarks } from "@/components/editor/monaco/draw-slide-marks";
import { explainWords } from "@/components/editor/monaco/explain-words";
import { addHistoryAction } from "@/components/editor/monaco/history-action";
import { addPictureAction } from "@/components/editor/monaco/picture-action";
import { createPlaceMark } from "@/components/editor/monaco/place-mark";
import { addFormatActions } from "@/components/editor/monaco/format-actions";
import { addSlideActions } from "@/components/editor/monaco/slide-actions";
import { createFormatter } from "@/components/editor/monaco/format-selections";
import { knowDeckOf } from "@/components/editor/monaco/deck-of-model";
import { followTheme } from "@/components/editor/monaco/follow-theme";
import type { Monaco } from "@/components/editor/monaco/load-monaco";
import { offerOutline } from "@/components/editor/monaco/outline";
import { paneOptions } from "@/components/editor/monaco/pane-options";
import { showReadOnly } from "@/components/editor/monaco/read-only-message";
import { showComments } from "@/components/editor/monaco/show-comments";
import { showNotices } from "@/components/editor/monaco/show-notices";
import { trackCaret } from "@/components/editor/monaco/track-caret";
import { addUndoActions } from "@/components/editor/monaco/undo-actions";
import { applyToText } from "@/components/editor/session/text-edits";
import { narrowQuery } from "@/components/editor/use-is-narrow";
import { preferenceStore } from "@/components/editor/session/use-session";
import { deckLanguageId } from "@/components/editor/monaco/deck-language";
import type { EditorSession } from "@/components/editor/session/editor-session";
import type { editor } from "monaco-editor/editor";

export interface MountOptions {
  readonly monaco: Monaco;
  /** False gives input methods and screen readers a real text area. */
  readonly editContext: boolean;
  readonly compact: boolean;
  /** Told, in a sentence, why a change was taken back. */
  readonly onRefused: (sentence: string) => void;
}

/** Puts Monaco into `host`, bound to the session's text. Returns what takes it out again. */
export function mountMonaco(host: HTMLElement, session: EditorSession, { monaco, editContext, compact, onRefused }: MountOptions): () => void {
  const { source } = session;
  const model = monaco.editor.createModel(source.text.toString(), deckLanguageId);
  model.setEOL(monaco.editor.EndOfLineSequence.LF);
  const fontFamily = getComputedStyle(host).getPropertyValue("--editor-font").trim() || "monospace";
  const target = monaco.editor.create(host, { ...paneOptions(fontFamily), editContext, model });
  const binding = bindMonaco({ monaco, editor: target, model, source, onRefused });

  const applyAccess = () => target.updateOptions({ readOnly: !source.canEdit });
  const preferences = preferenceStore();
  const applyPreferences = () => {
    const { wordWrap, tabLeaves } = preferences.get();
    target.updateOptions({ wordWrap: wordWrap ? "on" : "off", tabFocusMode: tabLeaves });
  };
  const narrow = matchMedia(narrowQuery);
  const applyWidth = () => target.updateOptions(narrow.matches ? narrowOptions : compact ? compactOptions : wideOptions);
  narrow.addEventListener("change", applyWidth);
  const stops = [
    () => narrow.removeEventListener("change", applyWidth),
    followTheme(monaco, host),
    preferences.subscribe(applyPreferences),
    source.subscribe(applyAccess),
    showReadOnly(monaco, target, session),
    trackCaret(monaco, target, session),
    addUndoActions(target),
    addPictureAction(target, session),
    addHistoryAction(target, session),
    addFormatActions(monaco, target, session),
    addSlideActions(monaco, target, session),
    drawSlideMarks(monaco, target, session),
    knowDeckOf(model, session),
    offerOutline(monaco),
    showNotices(monaco, model, session),
    showComments(monaco, target, session),
    offerCompletion(monaco),
    explainWords(monaco),
  ];
  applyAccess();
  applyPreferences();
  applyWidth();
  // Characters measured before the web font arrived would put the caret beside the text.
  void document.fonts.ready.then(() => monaco.editor.remeasureFonts());

  const placeMark = createPlaceMark(monaco, target);
  session.setPane({
    goTo: (offset, { focus }) => {
      const position = model.getPositionAt(offset);
      target.setPosition(position, "goto");
      target.revealPositionNearTop(position, monaco.editor.ScrollType.Smooth);
      if (focus) target.focus();
    },
    setCaret: (offset) => {
      const position = model.getPositionAt(offset);
      target.setPosition(position, "setCaret");
      target.revealPositionInCenterIfOutsideViewport(position, monaco.editor.ScrollType.Smooth);
    },
    offsetAt: (x, y) => {
      const position = target.getTargetAtClientPoint(x, y)?.position;
      return position ? model.getOffsetAt(position) : undefined;
    },
    markPlace: (offset) => placeMark.set(offset),
    reveal: (offset) => target.revealPositionNearTop(model.getPositionAt(offset), monaco.editor.ScrollType.Smooth),
    selection: () => {
      const selection = target.getSelection();
      return selection === null
        ? undefined
        : { start: model.getOffsetAt(selection.getStartPosition()), end: model.getOffsetAt(selection.getEndPosition()) };
    },
    apply: (edits, expected) => {
      binding.undoManager.stopCapturing();
      const applied = source.canEdit ? applyToText(source.text, edits, { origin: binding.origin, expected }) : "changed";
      binding.undoManager.stopCapturing();
      return applied;
    },
    insert: ({ start, end, snippet }) => {
      const controller = target.getContribution<SnippetController>("snippetController2");
      if (controller === null || !source.canEdit) return;
      binding.undoManager.stopCapturing();
      target.setSelection(monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end)));
      controller.insert(snippet);
      binding.undoManager.stopCapturing();
      target.revealPositionInCenterIfOutsideViewport(model.getPositionAt(start));
      target.focus();
    },
    ...createFormatter({ monaco, target, model, session, undoManager: binding.undoManager }),
    undo: () => void model.undo(),
    addStep: binding.addStep,
    redo: () => {
      if (source.canEdit) binding.undoManager.redo();
    },
    latestStep: () => binding.undoManager.undoStack.at(-1),
    run: (command) => {
      target.focus();
      target.trigger("lectern", command, undefined);
    },
  });

  return () => {
    session.setPane(undefined);
    for (const stop of stops) stop();
    binding.stop();
    target.dispose();
    model.dispose();
  };
}

/** Monaco's own, of which it publishes no type. */
interface SnippetController extends editor.IEditorContribution {
  insert(snippet: string): void;
}

const wideOptions = { fontSize: 15, lineHeight: 24, glyphMargin: true, folding: true, lineNumbersMinChars: 3 } as const;
const compactOptions = { fontSize: 14, lineHeight: 22, glyphMargin: false, folding: true, lineNumbersMinChars: 3 } as const;
/** On a phone every column counts: the text begins right after the slide's number. */
const narrowOptions = { ...compactOptions, folding: false, lineNumbersMinChars: 2 } as const;
