import { expect, test } from "vitest";
import { addPause, applyTextEdits, parseDeck } from "@/lib/deck";

function pauseAt(drawn: string): string {
  const text = drawn.replace("|", "");
  const added = addPause(parseDeck(text), drawn.indexOf("|"));
  return added === undefined ? "nothing" : applyTextEdits(text, added.edits);
}

test("a pause stands behind the block of the caret", () => expect(pauseAt("# A\n\none|\n\ntwo\n")).toBe("# A\n\none\n\n. . .\n\ntwo\n"));
test("a pause never comes into a fence", () => expect(pauseAt("```js\nru|n()\n```\n\ntwo\n")).toBe("```js\nrun()\n```\n\n. . .\n\ntwo\n"));
test("a pause never comes into a list", () => expect(pauseAt("- on|e\n- two\n")).toBe("- one\n- two\n\n. . .\n"));
test("in front matter there is no pause", () => expect(pauseAt("---\nti|tle: T\n---\n\n# A\n")).toBe("nothing"));
test("a fence that nobody closed is closed first", () => expect(pauseAt("```js\nru|n()\n")).toBe("```js\nrun()\n```\n\n. . .\n"));
