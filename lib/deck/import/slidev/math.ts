import { maskCode } from "@/lib/deck/import/masked-text";
import { hideText } from "@/lib/deck/import/slide-comments";

/** Blocks of math as one paragraph, since a blank line would end them; their line steps go into a comment. */
export function convertMathBlocks(text: string): string {
  if (!text.includes("$$")) return text;
  const masked = maskCode(text, { comments: true }).split("\n");
  const result: string[] = [];
  let inMath = false;
  text.split("\n").forEach((line, index) => {
    const seen = masked[index] ?? "";
    const opening = /^\s*\$\$[ \t]*(\{[^{}\n]*\})?[ \t]*(?:\{[^{}\n]*\})?[ \t]*$/.exec(seen);
    if (inMath) {
      if (line.trim() !== "") result.push(line);
      if (/\$\$\s*$/.test(seen)) inMath = false;
    } else if (opening && masked.slice(index + 1, index + 1 + maxMathLines).some((other) => /\$\$\s*$/.test(other))) {
      inMath = true;
      if (opening[1] !== undefined) result.push("", hideText(`steps ${line.trim().slice(2).trim()}`), "");
      result.push(opening[1] === undefined ? line : "$$");
    } else result.push(line);
  });
  return result.join("\n");
}

/** A block longer than this is a forgotten `$$`. */
const maxMathLines = 200;
