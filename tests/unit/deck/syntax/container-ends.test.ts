import fc from "fast-check";
import { Lexer } from "marked";
import { expect, test } from "vitest";
import { ContainerTokenizer } from "@/lib/deck/syntax/container-ends";
import { anyEdit } from "@/tests/support/decks/edits";
import { fixtureDecks } from "@/tests/support/decks/fixture-decks";

/** Signs that end a container are ours; without them all is marked's. */
function withoutEndings(text: string): string {
  return text.replace(/:::|\?\?\?/g, "x");
}

function bothReadings(text: string): readonly [ours: string, marked: string] {
  const read = (lexer: Lexer) => JSON.stringify(lexer.lex(text));
  return [read(new Lexer({ gfm: true, tokenizer: new ContainerTokenizer() })), read(new Lexer({ gfm: true }))];
}

const edited = fc
  .tuple(fc.constantFrom(...fixtureDecks()), fc.array(anyEdit, { maxLength: 6 }))
  .map(([deck, edits]) => withoutEndings(edits.reduce((source, edit) => edit(source), deck)));

test("blocks are read as marked reads them, whatever their first signs spare it", () => {
  fc.assert(
    fc.property(edited, (text) => {
      const [ours, marked] = bothReadings(text);
      expect(ours).toBe(marked);
    }),
    { numRuns: 500 },
  );
});

const bullets = [
  "- ",
  "* ",
  "+ ",
  "1. ",
  "2) ",
  "10. ",
  "-   ",
  "-\t",
  "-",
  "  - ",
  "    - ",
  "> - ",
  "",
  "  ",
  "   1. ",
  "      - ",
  "   ",
  "    ",
  "\t- ",
  "  \t",
];
const words = [
  "a",
  "B c",
  "a ",
  "`b`",
  "*c*",
  "**d**",
  "_e_",
  "![f](g)",
  "[h](i)",
  "[x] j",
  "[ab]: c",
  "[ab] d",
  "1. k",
  "12",
  "é",
  "👩‍🚀",
  "- l",
  "# m",
  "> n",
];
const others = [
  "```",
  "~~~",
  "---",
  "-----",
  "**w",
  "** y **",
  "***",
  "===",
  "<div>",
  "<!-- o -->",
  "| p |",
  "|---|",
  "(q)",
  '"r"',
  ":s",
  "$t$",
  "\\u",
  "www.v.org",
  "http://w.org",
  "x@y.org",
];
const anyLine = fc.tuple(fc.constantFrom(...bullets), fc.constantFrom(...words, ...others, ""), fc.constantFrom("\n", "\n\n", "\n \n", "\n\n\n"));
const plainLine = fc.tuple(
  fc.constantFrom("- ", "- ", "  - ", "  - ", "    - ", "1. ", "   - ", "  "),
  fc.constantFrom("a", "B c", "`b`"),
  fc.constant("\n"),
);
const list = fc.array(fc.oneof({ arbitrary: plainLine, weight: 3 }, anyLine), { maxLength: 7 });

test("lists are read as marked reads them", () => {
  fc.assert(
    fc.property(list, (lines) => {
      const text = lines.flat().join("");
      for (const cut of [text, text.trimEnd()]) {
        const [ours, marked] = bothReadings(cut);
        expect(ours).toBe(marked);
      }
    }),
    { numRuns: 2_000 },
  );
});
