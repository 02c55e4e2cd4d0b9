/**
 * The deck language: Markdown text in, data and HTML out. The only door of this room; everything here is pure,
 * never throws on any text, and works the same in browser, server and tests.
 */
export { createDeckCompiler } from "./compiler";
export { readDurationS } from "./duration";
export { slideOutline, type OutlineFold, type OutlineHeading, type SlideOutline } from "./outline";
export { applyTextEdits } from "./edits";
export { addNotes, type CaretEdit } from "./edit/add-notes";
export { addPause } from "./edit/add-pause";
export { addSlide, addSlides } from "./edit/add-slide";
export { fileMentions, renameFile, type FileMention } from "./edit/file-mentions";
export { deleteSlides } from "./edit/delete-slides";
export { duplicateSlides } from "./edit/duplicate-slides";
export { mergeDecks, type MergedDecks } from "./merge/merge-decks";
export { moveSlides, placeBefore } from "./edit/move-slides";
export { slideCores, type SlideCore } from "./edit/slide-cores";
export { takeSlides } from "./edit/take-slides";
export { setFrontMatter } from "./edit/set-front-matter";
export { untouchableStretches, type Stretch } from "./edit/untouchable";
export { hideSlides, setSlideSettings, showSlides } from "./edit/set-slide-settings";
export { cleanFilePath, deckFilePath, relativePath } from "./file-path";
export { parseDeck, renderDeck, renderSlide } from "./parse";
export { slideAt } from "./slide-at";
export { diagramHash } from "./decorate/diagrams";
export { splitAtHeadings } from "./edit/split-at-headings";
export { sanitizeSvg } from "./sanitize/svg";
export type { Surroundings } from "./notices/surroundings";
export { detectDialect, dialectLabel, importDeck } from "./import";
export type { ImportResult } from "./import";
export { importLandslideConfig } from "./import/landslide/import-config";
export type { FileNotice, LandslideConfigImport, LandslideFile } from "./import/landslide/import-config";
export { dialects } from "./import/dialect";
export type { Dialect } from "./import/dialect";
export { aspectRatios, colorSchemes, slideLayouts, transitions } from "./deck";
export type {
  AspectRatio,
  ChartDrawer,
  ColorScheme,
  CompileResult,
  Deck,
  DeckCompiler,
  DeckLinter,
  DeckSettings,
  DeckStyler,
  DiagramDrawing,
  DiagramSource,
  EmojiNamer,
  FrontMatter,
  Highlighter,
  Notice,
  NoticeSeverity,
  DiagramDescriber,
  QrEncoder,
  RenderOptions,
  Slide,
  SlideLayout,
  SlideParts,
  SlideSettings,
  SourceRange,
  TextEdit,
  Transition,
} from "./deck";
