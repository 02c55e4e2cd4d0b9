import { deckOf } from "@/components/editor/monaco/deck-of-model";
import { deckLanguageId } from "@/components/editor/monaco/deck-language";
import type { Monaco, TextModel } from "@/components/editor/monaco/load-monaco";
import { sourceOfSlide } from "@/components/editor/preview/overflow-text";
import { slideOutline, type Deck, type Slide } from "@/lib/deck";
import type { languages } from "monaco-editor/editor";

/** Editors of the page that have an outline; the providers stay as long as there is one. */
let users = 0;
let providers: readonly { dispose(): void }[] = [];

/** The outline (Ctrl+Shift+O) and folding, by slide. Returns its stop. */
export function offerOutline(monaco: Monaco): () => void {
  if (users++ === 0) {
    providers = [
      monaco.languages.registerDocumentSymbolProvider(deckLanguageId, { provideDocumentSymbols: (model) => symbols(monaco, model) }),
      monaco.languages.registerFoldingRangeProvider(deckLanguageId, { provideFoldingRanges: (model) => folds(monaco, model) }),
    ];
  }
  return () => {
    if (--users > 0) return;
    for (const provider of providers) provider.dispose();
    providers = [];
  };
}

/** One entry a slide; headings after its title stand under it. */
function symbols(monaco: Monaco, model: TextModel): languages.DocumentSymbol[] {
  const deck = deckOf(model);
  if (deck === undefined) return [];
  const { SymbolKind } = monaco.languages;
  return deck.slides.map((slide, index) => {
    const { headings } = slideOutline(deck, slide);
    const rangeAt = (start: number, end: number) => monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end));
    const range = rangeAt(slide.range.start, slide.range.end);
    const title = `${index + 1}  ${slide.title === "" ? "Untitled slide" : slide.title}`;
    const name = slide.settings.hidden ? `${title} (hidden)` : title;
    return {
      name,
      detail: "",
      kind: SymbolKind.Module,
      tags: [],
      range,
      selectionRange: range,
      children: headings.slice(1).map((heading) => {
        const at = rangeAt(heading.start, heading.end);
        return { name: heading.title, detail: "", kind: SymbolKind.String, tags: [], range: at, selectionRange: at };
      }),
    };
  });
}

/** Front matter, slides from their first line, and on them notes and code. */
function folds(monaco: Monaco, model: TextModel): languages.FoldingRange[] {
  const deck = deckOf(model);
  if (deck === undefined) return [];
  const { Comment, Region } = monaco.languages.FoldingRangeKind;
  const lineAt = (offset: number) => model.getPositionAt(offset).lineNumber;
  const front = deck.frontMatter.range;
  const found: languages.FoldingRange[] = front === undefined ? [] : [{ start: 1, end: lineAt(Math.max(0, front.end - 1)), kind: Region }];
  for (const slide of deck.slides) {
    found.push(...foldOfSlide(deck, slide, lineAt));
    for (const { kind, start, end } of slideOutline(deck, slide).folds) {
      found.push({ start: lineAt(start), end: lineAt(end), ...(kind === "notes" ? { kind: Comment } : {}) });
    }
  }
  return found;
}

function foldOfSlide(deck: Deck, slide: Slide, lineAt: (offset: number) => number): languages.FoldingRange[] {
  const text = sourceOfSlide(deck.source, slide);
  const start = lineAt(slide.range.start + text.length - text.trimStart().length);
  const end = lineAt(slide.range.start + text.trimEnd().length);
  return end > start ? [{ start, end }] : [];
}
