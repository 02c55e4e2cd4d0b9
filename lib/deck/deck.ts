import type { ChartProblem, ChartSize } from "./chart/chart";
import type { OwnLook } from "./decorate/own-colors";
import type { NoticeContext } from "./notices/rule";
import type { Surroundings } from "./notices/surroundings";
import type { StyleScope } from "./sanitize/scope";

/**
 * The types of the deck language. All data is readonly; offsets are UTF-16 code units into the source text,
 * lines are 1-based. Ranges are half-open: `start` is the first unit inside, `end` the first one after.
 */

/** A stretch of the source text. `endLine` is the line that holds the last unit of the range. */
export interface SourceRange {
  readonly start: number;
  readonly end: number;
  readonly startLine: number;
  readonly endLine: number;
}

/** Replace `[start, end)` by `text`. A list of edits is sorted, does not overlap, and refers to one source text. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export type NoticeSeverity = "error" | "warning" | "info" | "hint";

/** What the deck's linter says: a sentence like a colleague's, where, and one click to mend it where one exists. */
export interface Notice {
  /** Stable kebab-case code, for example `heading-divider-suggestion`. */
  readonly code: string;
  readonly severity: NoticeSeverity;
  readonly message: string;
  readonly range: SourceRange;
  readonly fix?: { readonly label: string; readonly edits: readonly TextEdit[] };
}

export const slideLayouts = [
  "default",
  "title",
  "section",
  "center",
  "quote",
  "statement",
  "image-left",
  "image-right",
  "two-columns",
  "full",
] as const;
export type SlideLayout = (typeof slideLayouts)[number];

export const colorSchemes = ["theme", "light", "dark", "auto"] as const;
export type ColorScheme = (typeof colorSchemes)[number];

export const aspectRatios = ["16:9", "4:3"] as const;
export type AspectRatio = (typeof aspectRatios)[number];

/** How one slide gives way to the next; what the player has. */
export const transitions = ["none", "fade", "slide", "push", "cover", "wipe", "zoom"] as const;
export type Transition = (typeof transitions)[number];

/** Marp's: the number shows, or not; it shows and does not go on; it does neither. */
export type Pagination = boolean | "hold" | "skip";

/** Settings of the whole deck, from the front matter; every field has its default filled in. */
export interface DeckSettings {
  readonly title: string | undefined;
  readonly author: string | undefined;
  readonly lang: string;
  readonly theme: string;
  readonly colorScheme: ColorScheme;
  readonly aspectRatio: AspectRatio;
  readonly headingDivider: readonly number[];
  readonly breaks: boolean;
  readonly incremental: boolean;
  readonly marp: boolean;
  readonly math: boolean;
  /** CSS of the deck's own, from front matter `style`; hostile until the sanitizer has scoped it. */
  readonly style: string;
  readonly transition: Transition | undefined;
  /** Planned length of the talk in seconds. */
  readonly durationS: number | undefined;
}

/** Settings in force on one slide, after inheritance from front matter and earlier slides. */
export interface SlideSettings {
  readonly paginate: Pagination;
  readonly header: string;
  readonly footer: string;
  readonly layout: SlideLayout;
  readonly classes: readonly string[];
  readonly hidden: boolean;
  /** From this slide to the next, and back. */
  readonly transition: Transition | undefined;
  /** Planned seconds on this slide. */
  readonly durationS: number | undefined;
  /** Checked CSS values from Marp's colour and background directives, by CSS property. */
  readonly style: Readonly<Record<string, string>>;
}

export interface FrontMatter {
  /** The whole block with both fences and the newline after; undefined where the deck has none. */
  readonly range: SourceRange | undefined;
  /** The parsed mapping, as written: unknown keys are kept. Empty where it is broken (a notice says so). */
  readonly values: Readonly<Record<string, unknown>>;
}

export interface Slide {
  /** Local to one compiler, stable while the slide's text is edited or moved: for patching DOM nodes. */
  readonly key: string;
  /** Unique address within the deck, `#intro`; without the `#`. */
  readonly anchor: string;
  /** Plain text of the first heading, else of the first text; empty for an empty slide. */
  readonly title: string;
  /** The slide's own text: from after the break before it to before the break after it. */
  readonly range: SourceRange;
  readonly settings: SlideSettings;
  /** Speaker notes as Markdown; never part of the slide's HTML. */
  readonly notes: string;
  /** How many presses of "next" the slide takes beyond showing it. */
  readonly fragments: number;
  /** What of it comes from renderers outside; looked for when asked. */
  readonly parts: SlideParts;
  /** What it shows, as plain text; put together when asked. */
  readonly plain: string;
  readonly words: number;
  /** Hash of everything that decides how the slide renders; equal hash, equal HTML. */
  readonly hash: string;
}

/** What of a slide comes from others: formulas, CSS and colours of its own, the texts of its diagrams in their order, … */
export interface SlideParts {
  readonly math: boolean;
  /** CSS in its text or colours in its settings; what the front matter's `style` asks for is the deck's. */
  readonly styles: boolean;
  readonly charts: boolean;
  readonly qr: boolean;
  /** Names between colons that are none of the common emoji. */
  readonly emoji: boolean;
  /** Full names of the languages of its code. */
  readonly languages: readonly string[];
  readonly diagrams: readonly DiagramSource[];
}

/** Colours code: escaped HTML with a span around every token, for one language. */
export type Highlighter = (text: string) => string;

/** Reads the CSS that a deck writes, and the colours of its settings. Hostile text goes in; what comes out is safe. */
export interface DeckStyler {
  /** The declarations of a style attribute. */
  readonly declarations: (css: string, resolvePicture?: StyleScope["resolvePicture"]) => string;
  readonly sheet: (css: string, scope: StyleScope) => string;
  /** What a sheet loses when it is read, as written; undefined where all of it is lost. */
  readonly removed: (css: string) => readonly string[] | undefined;
  readonly look: (settings: SlideSettings, resolveUrl: RenderOptions["resolveUrl"]) => OwnLook;
  /** Contrast of two colours (WCAG 2); undefined where only a browser could tell. */
  readonly contrast: (text: string, ground: string) => number | undefined;
}

/** Says what wants mending, by position. */
export interface DeckLinter {
  readonly inText: (context: NoticeContext) => readonly Notice[];
  /** What no text says by itself: where a deck and what there is around it don't agree. */
  readonly around: (deck: Deck, surroundings: Surroundings) => readonly Notice[];
}

/** Trusted HTML of a chart in a figure of this size, from its text and the words behind `chart`; a sentence where it can't be drawn. */
export type ChartDrawer = (text: string, words: string, size: ChartSize) => { readonly html: string } | ChartProblem;

/** A text's QR code as the path of its dark modules, one unit each, and how many it is across, with the quiet zone around it. */
export type QrEncoder = (text: string) => { readonly path: string; readonly across: number };

/** The emoji that a name stands for. */
export type EmojiNamer = (name: string) => string | undefined;

/** A diagram in words, from its source. */
export type DiagramDescriber = (text: string) => string;

/** A mermaid block. */
export interface DiagramSource {
  readonly hash: string;
  readonly text: string;
}

/** What came of drawing a diagram: trusted SVG, or why there is none, with the line (1-based) of the diagram's own text. */
export type DiagramDrawing =
  | { readonly state: "drawn"; readonly svg: string }
  | { readonly state: "failed"; readonly message: string; readonly line: number | undefined };

export interface Deck {
  readonly source: string;
  readonly frontMatter: FrontMatter;
  readonly settings: DeckSettings;
  /** At least one: an empty text is one empty slide. */
  readonly slides: readonly Slide[];
  readonly notices: readonly Notice[];
  /** The deck's own CSS (front matter `style`, `<style>`), sanitised, every rule scoped under `.slide`. */
  readonly css: string;
  /** First heading or front matter title: what lists and browser tabs show; "Untitled deck" where there is none. */
  readonly title: string;
}

/** What rendering needs from outside; `lib/deck` does no I/O. */
export interface RenderOptions {
  /** Turns an address in the deck into the one to put into the HTML; return undefined to leave it out. */
  readonly resolveUrl?: (url: string, kind: "image" | "media" | "link") => string | undefined;
  /** Trusted HTML of a formula; undefined shows its TeX. */
  readonly renderMath?: (tex: string, display: boolean) => string | undefined;
  /** What colours code, by the full names of its languages. Others show plain. */
  readonly highlighters?: ReadonlyMap<string, Highlighter>;
  /** Reads the deck's own CSS and colours. Without it none of them show. */
  readonly styler?: DeckStyler | undefined;
  /** Without it a deck has no notices. */
  readonly linter?: DeckLinter | undefined;
  /** Without it charts show their text. */
  readonly drawChart?: ChartDrawer | undefined;
  /** Without it a QR code's place stays empty. */
  readonly encodeQr?: QrEncoder | undefined;
  /** Without it the names of all but the common emoji stay as they are written. */
  readonly emojiOf?: EmojiNamer | undefined;
  /** Without it whoever doesn't see a diagram hears that there is one. */
  readonly describeDiagram?: DiagramDescriber | undefined;
  /** What came of each diagram, by its hash. One that is not there shows its source. */
  readonly diagrams?: ReadonlyMap<string, DiagramDrawing>;
  /** Fit step in percent (100, 95 … 70) by slide hash; slides that were never measured have none. */
  readonly fit?: ReadonlyMap<string, number>;
  readonly scheme?: "light" | "dark";
}

/** What may come or change once slides are shown. */
export type LateOptions = Pick<
  RenderOptions,
  "renderMath" | "styler" | "linter" | "drawChart" | "encodeQr" | "emojiOf" | "describeDiagram" | "highlighters" | "diagrams" | "resolveUrl"
>;

export interface CompileResult {
  readonly deck: Deck;
  /** Indexes into `deck.slides` whose HTML differs from what this key had before, new slides included. */
  readonly changed: readonly number[];
}

/** Keeps state between edits so that a keystroke costs one slide. */
export interface DeckCompiler {
  update(source: string): CompileResult;
  /** As `update` with the latest source after this edit; reads no more of it than what the edit touches. */
  edit(edit: TextEdit): CompileResult;
  /** The HTML of a slide of the latest deck: `<section class="slide" …>…</section>`, sanitised. Cached by hash. */
  html(slide: Slide): string;
  /**
   * Takes these renderers and drawings from now on. Slides that they touch are rendered again, under the same key and
   * hash; returns their indexes in the latest deck. The next `update` brings the deck's own CSS where a styler came, and its
   * notices where a linter came.
   */
  change(options: LateOptions): readonly number[];
}
