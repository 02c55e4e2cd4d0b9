/** Longer ones are no words that anybody types. */
const maxWordLength = 64;

/** Letters that Unicode does not take apart, as people type them who don't have them. */
const spelledOut: Readonly<Record<string, string>> = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i" };

/** Without case, accents and ligatures: `Café` is found by `cafe`, and the other way round. */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => spelledOut[letter] ?? letter);
}

/** A word in a folded text. In scripts that put no spaces between words each sign stands for itself. */
export const wordPattern =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}])[\p{L}\p{N}\p{M}])+/gu;

/** The words of a text, folded: what is found is made of these, and so is what is looked for. Knows no language. */
export function wordsOf(text: string): readonly string[] {
  return (fold(text).match(wordPattern) ?? []).map((word) => (word.length > maxWordLength ? [...word].slice(0, maxWordLength / 2).join("") : word));
}

/** A title's words in one line, as lists sort by it and `deck.title_key` keeps it. */
export function titleKey(title: string): string {
  return wordsOf(title).join(" ");
}
