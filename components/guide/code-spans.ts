/** A stretch of a sentence: words, or what is written as it is. */
export interface Span {
  readonly kind: "words" | "code";
  readonly text: string;
}

/** Code spans as CommonMark has them: between runs of as many backticks, without one space at either end. */
const code = /(?<!`)(`+)(?!`)([\s\S]*?[^`])\1(?!`)/g;

/** Cuts a sentence of the reference at its code spans. */
export function codeSpans(sentence: string): readonly Span[] {
  const spans: Span[] = [];
  let end = 0;
  for (const match of sentence.matchAll(code)) {
    if (match.index > end) spans.push({ kind: "words", text: sentence.slice(end, match.index) });
    const inside = match[2] ?? "";
    spans.push({ kind: "code", text: /^ .* $/s.test(inside) && inside.trim() !== "" ? inside.slice(1, -1) : inside });
    end = match.index + match[0].length;
  }
  if (end < sentence.length) spans.push({ kind: "words", text: sentence.slice(end) });
  return spans;
}
