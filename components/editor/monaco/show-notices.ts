import { sessionOf } from "@/components/editor/monaco/deck-of-model";
import type { EditorSession } from "@/components/editor/session/editor-session";
import type { Monaco, TextModel } from "@/components/editor/monaco/load-monaco";
import type { Notice, NoticeSeverity } from "@/lib/deck";
import { deckLanguageId } from "@/components/editor/monaco/deck-language";
import type { editor, languages } from "monaco-editor/editor";

const markerOwner = "deck";

let isRegistered = false;

/**
 * Underlines what the deck's linter says and offers its fixes (Ctrl+. or the bulb). Returns its stop.
 */
export function showNotices(monaco: Monaco, model: TextModel, session: EditorSession): () => void {
  if (!isRegistered) {
    isRegistered = true;
    monaco.languages.registerCodeActionProvider(deckLanguageId, { provideCodeActions: (target, range) => codeActions(monaco, target, range) });
  }
  let shown: readonly Notice[] = [];
  const draw = () => {
    const { deck, notices } = session.notices.get();
    // Offsets into another text would underline other words: the store speaks again once this one has rested.
    if (notices === shown || model.isDisposed() || deck.source.length !== model.getValueLength()) return;
    shown = notices;
    monaco.editor.setModelMarkers(
      model,
      markerOwner,
      notices.map((notice) => markerOf(monaco, model, notice)),
    );
  };
  const stop = session.notices.subscribe(draw);
  draw();
  return () => {
    stop();
    if (!model.isDisposed()) monaco.editor.setModelMarkers(model, markerOwner, []);
  };
}

function markerOf(monaco: Monaco, model: TextModel, notice: Notice): editor.IMarkerData {
  const start = model.getPositionAt(notice.range.start);
  // A notice about a whole deck would underline all of it: one line says where to look.
  const lineEnd = { lineNumber: start.lineNumber, column: model.getLineMaxColumn(start.lineNumber) };
  const wholeEnd = model.getPositionAt(notice.range.end);
  const end = wholeEnd.lineNumber > start.lineNumber ? lineEnd : wholeEnd;
  return {
    severity: severityOf(monaco, notice.severity),
    message: notice.message,
    code: notice.code,
    startLineNumber: start.lineNumber,
    startColumn: start.column,
    endLineNumber: end.lineNumber,
    endColumn: end.column,
  };
}

function severityOf(monaco: Monaco, severity: NoticeSeverity) {
  switch (severity) {
    case "error":
      return monaco.MarkerSeverity.Error;
    case "warning":
      return monaco.MarkerSeverity.Warning;
    case "info":
      return monaco.MarkerSeverity.Info;
    case "hint":
      return monaco.MarkerSeverity.Hint;
  }
}

function codeActions(
  monaco: Monaco,
  model: TextModel,
  range: { readonly startLineNumber: number; readonly endLineNumber: number },
): languages.CodeActionList {
  const { deck, notices } = sessionOf(model)?.notices.get() ?? { deck: undefined, notices: [] };
  if (deck?.source !== model.getValue()) return { actions: [], dispose: () => undefined };
  const actions = notices.flatMap((notice): languages.CodeAction[] => {
    if (notice.fix === undefined) return [];
    const line = model.getPositionAt(notice.range.start).lineNumber;
    if (line < range.startLineNumber || line > range.endLineNumber) return [];
    const edits = notice.fix.edits.map((edit) => ({
      resource: model.uri,
      versionId: model.getVersionId(),
      textEdit: { range: monaco.Range.fromPositions(model.getPositionAt(edit.start), model.getPositionAt(edit.end)), text: edit.text },
    }));
    return [{ title: notice.fix.label, kind: "quickfix", diagnostics: [markerOf(monaco, model, notice)], edit: { edits }, isPreferred: true }];
  });
  return { actions, dispose: () => undefined };
}
