import type { TextEdit } from "@/lib/deck/deck";
import { applyTextEdits } from "@/lib/deck/edits";
import { maskCode } from "./masked-text";

/** `[label](address "title")` on one line; the address may hold spaces, and one pair of brackets in it. */
const link =
  /(!?\[[^[\]\n]{0,400}\]\()[ \t]*([^\s<>()][^<>()\n"']{0,1000}(?:\([^()\n]*\)[^<>()\n"']{0,400})?)((?:[ \t]+(?:"[^"\n]*"|'[^'\n]*'))?[ \t]*\))/g;

/** Addresses with spaces in them, which Markdown from before CommonMark takes, in angle brackets. Code stays. */
export function bracketAddresses(text: string): string {
  // No more than that: a look for what closes each bracket would go over a line of open ones again and again.
  if (!text.includes("](") || !/[ \t]/.test(text)) return text;
  const edits = [...maskCode(text, { comments: true }).matchAll(link)].flatMap((match): TextEdit[] => {
    const address = (match[2] ?? "").trim();
    if (!/\s/.test(address)) return [];
    const start = match.index + (match[1] ?? "").length;
    const end = match.index + match[0].length - (match[3] ?? "").length;
    return [{ start, end, text: `<${address}>` }];
  });
  return applyTextEdits(text, edits);
}
