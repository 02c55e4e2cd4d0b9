import { grammarName } from "@/lib/deck/decorate/grammars";
import { readCodeInfo } from "@/lib/deck/syntax/code";
import type { SlideRule } from "./rule";

/** Fences that are no code to be coloured, or that say they have no colours. */
const plain: ReadonlySet<string> = new Set(["", "text", "txt", "plain", "plaintext", "none", "console", "output", "mermaid", "chart", "qr", "math"]);

/** A fence names a language that nothing here colours: it shows as plain code. */
export const codeLanguage: SlideRule = ({ source, text }) =>
  source.blocks.flatMap(({ token, start }) => {
    if (token.type !== "code" || token.codeBlockStyle === "indented" || typeof token.lang !== "string") return [];
    const { language } = readCodeInfo(token.lang.trim());
    if (plain.has(language) || grammarName(language) !== undefined) return [];
    const at = text.toLowerCase().indexOf(language, start);
    return [
      {
        code: "code-language",
        severity: "hint",
        message: `No colours are known for “${language}”; it shows as plain code.`,
        start: at,
        end: at + language.length,
      },
    ];
  });
