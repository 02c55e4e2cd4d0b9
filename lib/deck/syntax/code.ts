import type { MarkedExtension, Tokens } from "marked";
import { escapeHtml } from "./attributes";

/** What a fence's info string says: `ts {1,3-5|7} [title]`. */
export interface CodeInfo {
  readonly language: string;
  /** Line ranges to light up, one text a step, as written between the bars. */
  readonly steps: string;
  /** The press of next with which the second step comes, where the block says one: digits. */
  readonly at: string;
  readonly title: string;
  /** The number of the first line, where the block shows numbers: digits. */
  readonly first: string;
  /** All that stands behind the language, for blocks that are drawn from their text. */
  readonly info: string;
}

const braces = /\{([\d,\s|*all-]*)\}/;
const brackets = /\[([^\]\n]*)\]/;
const at = /\{[^{}\n]*\bat:[ \t]*(\d{1,4})[ \t]*[,}]/;
const numbered = /\{[^{}\n]*\blines:[ \t]*true\b|\bshowLineNumbers\b/;
const startLine = /\{[^{}\n]*\bstartLine:[ \t]*(\d{1,6})/;
const onlySteps = /^(?:all(?=\|))?[\d,\s|*-]*$/;

/** Reads an info string as Slidev (`{1|2}{at:3}`), reveal.js (`[1|2]`) and we (`[title]`) write it. */
export function readCodeInfo(info: string): CodeInfo {
  const language = /^[^\s{[]+/.exec(info)?.[0] ?? "";
  const rest = info.slice(language.length);
  const inBraces = braces.exec(rest)?.[1];
  const inBrackets = brackets.exec(rest)?.[1];
  const bracketSteps = inBraces === undefined && inBrackets !== undefined && onlySteps.test(inBrackets);
  return {
    language: language.toLowerCase(),
    steps: (inBraces ?? (bracketSteps ? inBrackets : "")).trim(),
    at: at.exec(rest)?.[1] ?? "",
    title: bracketSteps ? "" : (inBrackets ?? ""),
    first: numbered.test(rest) ? (startLine.exec(rest)?.[1] ?? "1") : "",
    info: rest.trim(),
  };
}

/** Blocks that are pictures: what their info says is for whoever draws them. */
export const drawn: ReadonlySet<string> = new Set(["chart", "qr"]);

const landslideMarker = /^!(\S+)\n/;
const languageName = /^[A-Za-z0-9_+#.-]+$/;

/**
 * Fences and indented blocks. An indented block whose first line is `!lang` is code in that language, as in
 * Landslide; a marker that names no language (`!{{lang}}`) stays as it is written. Highlighting comes after the
 * sanitizer, from the text.
 */
export const code: MarkedExtension = {
  renderer: {
    code(token: Tokens.Code) {
      if (token.codeBlockStyle === "indented") {
        const text = token.text.replace(/\n+$/, "");
        const marker = landslideMarker.exec(text);
        const language = marker?.[1] ?? "";
        if (marker && languageName.test(language)) return block({ ...plain, language: language.toLowerCase() }, text.slice(marker[0].length));
        return block(plain, text);
      }
      return block(readCodeInfo((token.lang ?? "").trim()), token.text);
    },
  },
};

const plain: CodeInfo = { language: "", steps: "", at: "", title: "", first: "", info: "" };

function block({ language, steps, at: index, title, first, info }: CodeInfo, text: string): string {
  const attributes = drawn.has(language)
    ? [` data-l-code="${language}"`, info ? ` data-l-info="${escapeHtml(info)}"` : ""]
    : [
        ` data-l-code="${escapeHtml(language)}"`,
        steps ? ` data-l-steps="${escapeHtml(steps)}"` : "",
        steps && index ? ` data-fragment-index="${index}"` : "",
        title ? ` data-l-title="${escapeHtml(title)}"` : "",
        first ? ` data-l-first="${first}"` : "",
      ];
  return `<pre${attributes.join("")}><code>${escapeHtml(text)}\n</code></pre>\n`;
}
