import { sourceOfSlide } from "@/components/editor/preview/overflow-text";
import type { EditorSession } from "@/components/editor/session/editor-session";
import type { Monaco, TextModel } from "@/components/editor/monaco/load-monaco";
import type { Deck, Notice, NoticeSeverity } from "@/lib/deck";
import { deckLanguageId } from "@/components/editor/monaco/deck-language";
import type { editor, languages } from "monaco-editor/editor";

const markerOwner = "deck";

/** Sessions by model: providers are registered for the language, once for all editors of the page. */
const sessions = new WeakMap<TextModel, EditorSession>();
let isRegistered = false;

/**
 * Underlines what the deck's linter says and offers its fixes (Ctrl+. or the bulb). Returns its stop.
 */
export function showNotices(monaco: Monaco, model: TextModel, session: EditorSession): () => void {
  if (!isRegistered) {
    isRegistered = true;
    monaco.languages.registerCodeActionProvider(deckLanguageId, { provideCodeActions: (target, range) => codeActions(monaco, target, range) });
    monaco.languages.registerDocumentSymbolProvider(deckLanguageId, { provideDocumentSymbols: (target) => slideSymbols(monaco, target) });
    monaco.languages.registerFoldingRangeProvider(deckLanguageId, { provideFoldingRanges: (target) => slideFolds(target) });
  }
  sessions.set(model, session);
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
    sessions.delete(model);
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

/** The deck of a model, as long as it speaks of the model's present text. */
function deckOf(model: TextModel): Deck | undefined {
  const session = sessions.get(model);
  session?.live.flush();
  const deck = session?.live.snapshot().deck;
  return deck?.source.length === model.getValueLength() ? deck : undefined;
}

function codeActions(
  monaco: Monaco,
  model: TextModel,
  range: { readonly startLineNumber: number; readonly endLineNumber: number },
): languages.CodeActionList {
  const { deck, notices } = sessions.get(model)?.notices.get() ?? { deck: undefined, notices: [] };
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

/** The outline (Ctrl+Shift+O): one entry a slide. */
function slideSymbols(monaco: Monaco, model: TextModel): languages.DocumentSymbol[] {
  return (deckOf(model)?.slides ?? []).map((slide, index) => {
    const range = monaco.Range.fromPositions(model.getPositionAt(slide.range.start), model.getPositionAt(slide.range.end));
    const name = `${index + 1}  ${slide.title === "" ? "Untitled slide" : slide.title}`;
    return { name, detail: "", kind: monaco.languages.SymbolKind.Module, tags: [], range, selectionRange: range };
  });
}

/** Slides fold from their first line. */
function slideFolds(model: TextModel): languages.FoldingRange[] {
  const deck = deckOf(model);
  return (deck?.slides ?? []).flatMap((slide) => {
    const text = sourceOfSlide(deck?.source ?? "", slide);
    const start = model.getPositionAt(slide.range.start + text.length - text.trimStart().length).lineNumber;
    const end = model.getPositionAt(slide.range.start + text.trimEnd().length).lineNumber;
    return end > start ? [{ start, end }] : [];
  });
}
