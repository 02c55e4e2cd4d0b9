/** One file of a font: a published subset, with the code points that it holds (CSS `unicode-range`). */
export interface FontFile {
  readonly family: string;
  readonly style: "normal" | "italic";
  /** A range of weights, as `@font-face` has it. */
  readonly weight: string;
  /** A range of widths, for a font that has such an axis. */
  readonly stretch?: string | undefined;
  readonly subset: string;
  readonly unicodeRange: string;
  /** Name below the folder of built assets. */
  readonly file: string;
}

/** The faces of these files; `source` says where a file's bytes are. */
export function fontFaces(fonts: readonly FontFile[], source: (file: string) => string): string {
  return fonts
    .map(
      ({ family, style, weight, stretch, unicodeRange, file }) =>
        `@font-face{font-family:"${family}";font-style:${style};font-weight:${weight};font-display:swap;` +
        (stretch === undefined ? "" : `font-stretch:${stretch};`) +
        `src:url(${source(file)}) format("woff2");unicode-range:${unicodeRange}}`,
    )
    .join("\n");
}

/**
 * The files that a text needs. Subsets overlap (combining accents stand in several); a code point that an earlier
 * chosen file has needs no other, so plain English gets the Latin file alone.
 */
export function chooseFonts(fonts: readonly FontFile[], text: string): readonly FontFile[] {
  const needed = new Set(Array.from(text, (character) => character.codePointAt(0) ?? 0));
  const smallestFirst = [...fonts].sort((a, b) => rank(a) - rank(b));
  const chosen = new Set<FontFile>();
  for (const font of smallestFirst) {
    const ranges = readUnicodeRange(font.unicodeRange);
    const found = [...needed].filter((point) => ranges.some(([first, last]) => point >= first && point <= last));
    if (found.length === 0) continue;
    chosen.add(font);
    for (const point of found) needed.delete(point);
  }
  // In the order they were listed: of two faces that hold a code point the browser takes the later one.
  return fonts.filter((font) => chosen.has(font));
}

/** Latin before all, its extension last but for what nothing else has. */
function rank({ subset }: FontFile): number {
  return subset === "latin" ? 0 : subset === "latin-ext" ? 2 : 1;
}

/** Pairs of first and last code point of a CSS `unicode-range`. */
export function readUnicodeRange(text: string): readonly (readonly [number, number])[] {
  return text.split(",").map((part) => {
    const [first = "0", last = first] = part.trim().replace(/^U\+/i, "").split("-");
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const;
  });
}
