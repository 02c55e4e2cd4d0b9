import diff from "fast-diff";

/** A place where two texts differ, and the equal lines behind it. The first one may begin with nothing. */
export interface LineHunk {
  readonly gone: string;
  readonly come: string;
  readonly kept: string;
}

/**
 * What differs between two texts, by lines. They are compared as characters of an alphabet of their own: it has some
 * 40,000, so for more different lines than that this is not to be asked. Takes time in the square of what differs.
 */
export function compareLines(from: readonly string[], to: readonly string[]): readonly LineHunk[] {
  const letters = new Map<string, string>();
  const spell = (lines: readonly string[]) => {
    let word = "";
    for (const line of lines) {
      const letter = letters.get(line) ?? String.fromCharCode(firstLetter + letters.size);
      letters.set(line, letter);
      word += letter;
    }
    return word;
  };
  const parts = diff(spell(from), spell(to));
  const lines = new Map([...letters].map(([line, letter]) => [letter, line]));
  const read = (word: string) => Array.from(word, (letter) => lines.get(letter) ?? "").join("");
  const hunks: LineHunk[] = [];
  let open = { gone: "", come: "", kept: "" };
  for (const [operation, word] of parts) {
    if (operation !== diff.EQUAL && open.kept !== "") {
      hunks.push(open);
      open = { gone: "", come: "", kept: "" };
    }
    if (operation === diff.DELETE) open.gone += read(word);
    else if (operation === diff.INSERT) open.come += read(word);
    else open.kept += read(word);
  }
  return [...hunks, open];
}

/** Characters that are neither half of another nor anything that comparing takes for one. */
const firstLetter = 0x3400;

/** The lines of a text, each with its end. */
export function linesOf(text: string): readonly string[] {
  return text.split(/(?<=\n)/u);
}
