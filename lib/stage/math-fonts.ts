/** One of KaTeX's font files. */
export interface MathFont {
  readonly family: string;
  readonly style: string;
  readonly weight: string;
  /** Its name in KaTeX's package, for example `KaTeX_Main-Bold`. */
  readonly stem: string;
  /** Name below the folder of built assets. */
  readonly file: string;
}

/** The classes by which KaTeX's stylesheet asks for a font; the main one has none. */
const classesByStem: Readonly<Record<string, RegExp>> = {
  "KaTeX_AMS-Regular": /amsrm|mathbb|textbb/,
  "KaTeX_Caligraphic-Bold": /mathcal.*(?:mathbf|textbf)|(?:mathbf|textbf).*mathcal|boldsymbol.*mathcal/,
  "KaTeX_Caligraphic-Regular": /mathcal/,
  "KaTeX_Fraktur-Bold": /boldfrak/,
  "KaTeX_Fraktur-Regular": /mathfrak|textfrak/,
  "KaTeX_Main-Bold": /mathbf|textbf/,
  "KaTeX_Main-BoldItalic": /textbf.*textit|textit.*textbf|mathbf.*mathit/,
  "KaTeX_Main-Italic": /mathit|textit/,
  "KaTeX_Main-Regular": /katex/,
  "KaTeX_Math-BoldItalic": /boldsymbol/,
  "KaTeX_Math-Italic": /mathnormal/,
  "KaTeX_SansSerif-Bold": /boldsf|textsf.*textbf|textbf.*textsf/,
  "KaTeX_SansSerif-Italic": /sfit|itsf|textsf.*textit|textit.*textsf/,
  "KaTeX_SansSerif-Regular": /mathsf|textsf/,
  "KaTeX_Script-Regular": /mathscr|textscr/,
  "KaTeX_Size1-Regular": /delimsizing size1|delim-size1|small-op/,
  "KaTeX_Size2-Regular": /delimsizing size2|large-op/,
  "KaTeX_Size3-Regular": /delimsizing size3/,
  "KaTeX_Size4-Regular": /delimsizing size4|delim-size4/,
  "KaTeX_Typewriter-Regular": /mathtt|texttt/,
};

/** Does a page with this HTML show formulas? Speaker notes come as JSON, with their quotes escaped. */
export function hasFormulas(html: string): boolean {
  return /class=\\?"katex\\?"/.test(html);
}

/** The font files that the formulas in this HTML are set in. */
export function chooseMathFonts(fonts: readonly MathFont[], html: string): readonly MathFont[] {
  if (!hasFormulas(html)) return [];
  const classes = new Set(Array.from(html.matchAll(/class=\\?"([^"\\]*)/g), (match) => match[1] ?? ""));
  const used = [...classes].join("\n");
  return fonts.filter(({ stem }) => classesByStem[stem]?.test(used) ?? true);
}

/** Their faces; `source` says where a file's bytes are. */
export function mathFontFaces(fonts: readonly MathFont[], source: (file: string) => string): string {
  return fonts
    .map(
      ({ family, style, weight, file }) =>
        `@font-face{font-family:${family};font-style:${style};font-weight:${weight};font-display:swap;src:url(${source(file)}) format("woff2")}`,
    )
    .join("\n");
}
