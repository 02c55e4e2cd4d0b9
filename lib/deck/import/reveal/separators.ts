/** Where a reveal.js deck is cut, and where a slide's notes begin. All with the flags `gm`. */
export interface Separators {
  readonly horizontal: RegExp;
  readonly vertical: RegExp | undefined;
  /** With the flag `i` too. */
  readonly notes: RegExp;
}

const newlines = ["(\\r\\n?|\\n)", "(?:\\r\\n?|\\n)", "(\\r?\\n)", "(?:\\r?\\n)", "(\\r\\n|\\n)", "(?:\\r\\n|\\n)", "\\r?\\n", "\\r\\n?", "\\n"];
const spaces = ["\\s*?", "\\s*", "\\s+", "[ \\t]*", "\\h*", " *"];

/**
 * Reads a separator that a deck wrote as a regular expression. It is hostile text: only what takes time in proportion
 * to the deck is understood (line ends, anchors, plain text, spaces beside a line end); undefined for all else.
 */
export function readSeparator(pattern: unknown): RegExp | undefined {
  if (typeof pattern !== "string" || pattern === "" || pattern.length > 200) return undefined;
  // YAML's double quotes have turned `\n` into a line end already.
  const source = pattern.replaceAll("\r", "\\r").replaceAll("\n", "\\n");
  const alternatives = splitAlternatives(source).map(readSequence);
  const sources = alternatives.filter((alternative) => alternative !== undefined);
  return sources.length === alternatives.length ? new RegExp(sources.join("|"), "gm") : undefined;
}

function splitAlternatives(source: string): readonly string[] {
  const alternatives = [""];
  let depth = 0;
  for (let i = 0; i < source.length; i++) {
    const unit = source.charAt(i);
    if (unit === "\\") {
      alternatives.push(`${alternatives.pop() ?? ""}${source.slice(i, i + 2)}`);
      i++;
    } else if (unit === "|" && depth === 0) alternatives.push("");
    else {
      depth += unit === "(" ? 1 : unit === ")" ? -1 : 0;
      alternatives.push((alternatives.pop() ?? "") + unit);
    }
  }
  return alternatives;
}

function readSequence(source: string): string | undefined {
  let result = "";
  let consumes = false;
  for (let at = 0; at < source.length;) {
    const rest = source.slice(at);
    const newline = newlines.find((form) => rest.startsWith(form));
    const space = spaces.find((form) => rest.startsWith(form));
    const atEdge = result === "" || /(?:\\n|\^)$/.test(result);
    if (newline !== undefined) {
      result += "\\n";
      consumes = true;
      at += newline.length;
    } else if (space !== undefined) {
      at += space.length;
      const isLast = at >= source.length || source[at] === "$" || newlines.some((form) => source.startsWith(form, at));
      // Spaces before any text would make every space of the deck a start to try.
      if (result !== "" && (atEdge || isLast)) result += "[ \\t]*";
      else if (result !== "") return undefined;
    } else if (rest.startsWith("^") || rest.startsWith("$")) {
      result += rest.charAt(0);
      at += 1;
    } else {
      const literal = /^(?:\\([^a-zA-Z0-9])|([^\\^$.*+?()[\]{}|]))(?:\{(\d{1,2})\})?/.exec(rest);
      const unit = literal?.[1] ?? literal?.[2];
      if (literal === null || unit === undefined) return undefined;
      result += escapeUnit(unit).repeat(Number(literal[3] ?? 1));
      consumes = true;
      at += literal[0].length;
    }
  }
  return consumes ? result : undefined;
}

function escapeUnit(unit: string): string {
  return /[\\^$.*+?()[\]{}|/-]/.test(unit) ? `\\${unit}` : unit;
}
