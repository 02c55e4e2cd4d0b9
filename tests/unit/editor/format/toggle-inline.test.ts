import fc from "fast-check";
import { expect, test } from "vitest";
import { toggleInline, type InlineMark } from "@/components/editor/format/toggle-inline";
import { applyTextEdits } from "@/lib/deck";
import { drawnAfter, inputOf } from "./marked-text";

function toggle(drawn: string, mark: InlineMark = "**"): string {
  const input = inputOf(drawn);
  return drawnAfter(input, toggleInline(input, mark));
}

test("a selection gets the mark around it and stays selected", () => expect(toggle("a ‹word› b")).toBe("a **‹word›** b"));
test("pressed again the mark goes", () => expect(toggle("a **‹word›** b")).toBe("a ‹word› b"));
test("a mark inside the selection goes as well", () => expect(toggle("a ‹**word**› b")).toBe("a ‹word› b"));
test("a caret means the word around it", () => expect(toggle("a wo|rd b")).toBe("a **wo|rd** b"));
test("a caret in a marked word takes the mark off", () => expect(toggle("a **wo|rd** b")).toBe("a wo|rd b"));
test("a word of any script is a word", () => expect(toggle("Das größ|te 讲座")).toBe("Das **größ|te** 讲座"));
test("between blanks the marks wait for words", () => expect(toggle("a | b")).toBe("a **|** b"));
test("marks that wait go again", () => expect(toggle("a **|** b")).toBe("a | b"));
test("blanks at the edges stay outside", () => expect(toggle("a‹ word ›b")).toBe("a‹ **word** ›b"));
test("bold and italic are told apart", () => {
  expect(toggle("‹word›", "*")).toBe("*‹word›*");
  expect(toggle("**‹word›**", "*")).toBe("***‹word›***");
  expect(toggle("***‹word›***", "*")).toBe("**‹word›**");
  expect(toggle("***‹word›***")).toBe("*‹word›*");
});
test("underscores are marks too", () => expect(toggle("__‹word›__")).toBe("‹word›"));
test("each line of a list gets its own marks behind its bullet", () =>
  expect(toggle("‹- one\n- [x] two\n\n> three›\n")).toBe("‹- **one**\n- [x] **two**\n\n> **three›**\n"));
test("lines that all have the mark lose it", () => expect(toggle("‹- **one**\n- **two**›")).toBe("‹- one\n- two›"));
test("several carets are formatted together", () => expect(toggle("on|e and tw|o")).toBe("**on|e** and **tw|o**"));
test("code with a backtick in it gets two around it", () => expect(toggle("‹a`b›", "`")).toBe("`` ‹a`b› ``"));
test("code in a fence stays", () => expect(toggle("```js\nru|n()\n```")).toBe("```js\nru|n()\n```"));
test("front matter stays", () => expect(toggle("---\ntitle: Tal|k\n---\n\n# A\n")).toBe("---\ntitle: Tal|k\n---\n\n# A\n"));
test("of a selection over a fence only the words around it are marked", () =>
  expect(toggle("‹one\n\n```\ncode\n```\n\ntwo›")).toBe("**‹one**\n\n```\ncode\n```\n\n**two›**"));

test("twice is as before", () => {
  const words = fc.constantFrom("word", "two words", "größe", "x", "a, b");
  fc.assert(
    fc.property(words, words, words, fc.constantFrom<InlineMark>("**", "*", "`", "~~"), (before, middle, after, mark) => {
      const text = `${before} ${middle} ${after}`;
      const selection = { start: before.length + 1, end: before.length + 1 + middle.length };
      const once = toggleInline({ text, selections: [selection], untouchable: [] }, mark);
      const changed = applyTextEdits(text, once.edits);
      const twice = toggleInline({ text: changed, selections: once.selections, untouchable: [] }, mark);
      expect([applyTextEdits(changed, twice.edits), twice.selections]).toEqual([text, [selection]]);
    }),
  );
});
