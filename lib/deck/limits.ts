/** Limits that keep time and memory bounded for any text; what lies beyond shows as plain text, with a notice. */

/** Nesting of quotes and lists; marked recurses once a level. */
export const maxNesting = 50;
/** UTF-16 units of one inline block (a paragraph, a heading, a cell). */
export const maxInlineUnits = 64 * 1024;
/** UTF-16 units of front matter; real ones are a few hundred. */
export const maxFrontMatterUnits = 64 * 1024;
/** Brackets open at once inside one inline block. */
export const maxOpenBrackets = 50;
/** Emphasis delimiters in one inline block: marked looks for each one's partner through the rest of the block. */
export const maxEmphasisRuns = 2_000;
/** Formulas of one slide that are set. */
export const maxFormulas = 300;
/** UTF-16 units of TeX of one slide that are set; a page of a book has about 2,000. */
export const maxTexUnits = 16 * 1024;
/** Diagrams of one slide that are drawn. */
export const maxDiagrams = 20;
/** UTF-16 units of one diagram's text; mermaid itself draws no more. */
export const maxDiagramUnits = 50_000;

const marker = "(?:>|[-*+](?=[ \\t])|\\d{1,9}[.)](?=[ \\t]))";
const deepLine = new RegExp(`^(?:(?:[ \\t]*${marker}){${maxNesting + 1},}|[ \\t]{${maxNesting * 2},}${marker})`, "m");
const deepLines = new RegExp(deepLine.source, "gm");

/** True where block structure nests deeper than `maxNesting`, judged by the lines alone, before any parser runs. */
export function nestsTooDeep(text: string): boolean {
  return deepLine.test(text);
}

/** The same text with the markers of lines that nest too deep made plain, unit for unit: its breaks stay where they are. */
export function flattenDeepLines(text: string): string {
  return nestsTooDeep(text) ? text.replace(deepLines, (markers) => "x".repeat(markers.length)) : text;
}

/** True where an inline block would make the inline lexer recurse or search without bound. */
export function inlineTooComplex(text: string): boolean {
  if (text.length > maxInlineUnits) return true;
  let open = 0;
  let runs = 0;
  let previous = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 91) {
      if (++open > maxOpenBrackets) return true;
    } else if (unit === 93) {
      if (open > 0) open--;
    } else if ((unit === 42 || unit === 95 || unit === 126) && unit !== previous) {
      if (++runs > maxEmphasisRuns) return true;
    }
    previous = unit;
  }
  return false;
}
