import type { TextEdit } from "@/lib/deck/deck";
import { applyTextEdits } from "@/lib/deck/edits";
import { blot, maskMath } from "@/lib/deck/import/masked-text";

/** Pandoc sets dashes and dots as print does, unless the reader is told not to (`from: markdown-smart`). */
export function isSmart(values: Readonly<Record<string, unknown>>): boolean {
  const reader = values.from ?? values.reader;
  return !(typeof reader === "string" && /-smart\b/.test(reader)) && values.smart !== false;
}

const signs: Readonly<Record<string, string>> = { "--": "–", "---": "—", "...": "…" };

/** `--`, `---` and `...` as dashes and dots, but for what is no text: code, formulas, tags, addresses, rules and tables' lines. */
export function convertDashes(text: string): string {
  if (!/--|\.\.\./.test(text)) return text;
  const masked = maskAddresses(maskVerbatim(maskMath(text)));
  const edits = [...masked.matchAll(/(?<![-\\!<])-{2,3}(?!-)|(?<![.\\])\.{3}(?!\.)/g)].map(({ index, 0: written }): TextEdit => ({
    start: index,
    end: index + written.length,
    text: signs[written] ?? written,
  }));
  return applyTextEdits(text, edits);
}

const hide = (found: string) => found.replace(/[^\n]/g, blot);

/** Lines that are made of such signs or say where links lead; tags, addresses and what stands in braces. */
function maskAddresses(text: string): string {
  return text
    .replace(/^[ \t>]*(?:[-:|+=.*_ \t]+|\[[^\]\n^][^\]\n]*\]:[^\n]*)$/gm, hide)
    .replace(/<[^<>]+>|\{[^{}\n]*\}|\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)?\)|\bhttps?:\/\/[^\s<>)]+/g, hide);
}

const verbatim = /<(pre|script|style|textarea|svg|code)\b/gi;

/** What HTML shows as it is written, or not at all; a tag that nobody closes hides nothing. */
function maskVerbatim(text: string): string {
  let masked = "";
  let at = 0;
  const unclosed = new Set<string>();
  verbatim.lastIndex = 0;
  for (let open = verbatim.exec(text); open; open = verbatim.exec(text)) {
    const name = (open[1] ?? "").toLowerCase();
    const end = unclosed.has(name) ? -1 : text.indexOf(`</${open[1] ?? ""}>`, verbatim.lastIndex);
    if (end === -1) {
      unclosed.add(name);
      continue;
    }
    masked += text.slice(at, open.index) + hide(text.slice(open.index, end));
    at = verbatim.lastIndex = end;
  }
  return masked + text.slice(at);
}
