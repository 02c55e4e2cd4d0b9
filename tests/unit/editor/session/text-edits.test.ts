import { expect, test } from "vitest";
import * as Y from "yjs";
import { maxTextBytes } from "@/lib/collab/protocol/limits";
import { applyToText } from "@/components/editor/session/text-edits";

const edits = [
  { start: 0, end: 0, text: "---\n\n" },
  { start: 4, end: 4, text: "---\n\n" },
];

function deckText(markdown: string): Y.Text {
  const text = new Y.Doc().getText("markdown");
  text.insert(0, markdown);
  return text;
}

test("a fix of several edits lands at the places its offsets meant", () => {
  const text = deckText("# A\n# B\n");
  applyToText(text, edits, { origin: "fix", expected: "# A\n# B\n" });
  expect(text.toString()).toBe("---\n\n# A\n---\n\n# B\n");
});

test("a fix is undone in one step", () => {
  const text = deckText("# A\n# B\n");
  const undo = new Y.UndoManager(text, { trackedOrigins: new Set(["fix"]) });
  applyToText(text, edits, { origin: "fix", expected: "# A\n# B\n" });
  undo.undo();
  expect(text.toString()).toBe("# A\n# B\n");
});

test("a fix for a text that changed meanwhile is not applied", () => {
  const text = deckText("# A\n# B, changed\n");
  expect(applyToText(text, edits, { origin: "fix", expected: "# A\n# B\n" })).toBe("changed");
  expect(text.toString()).toBe("# A\n# B, changed\n");
});

test("edits that would make the deck longer than it may be are refused before they enter it", () => {
  const full = "x".repeat(maxTextBytes - 4);
  const text = deckText(full);
  // Five letters take six bytes.
  expect(applyToText(text, [{ start: 0, end: 0, text: "größe" }], { origin: "fix", expected: full })).toBe("too-long");
  expect(text.length).toBe(full.length);
  expect(applyToText(text, [{ start: 0, end: 3, text: "größe" }], { origin: "fix", expected: full })).toBe("applied");
});

test("a text that is too long already may still be made shorter", () => {
  const over = "x".repeat(maxTextBytes + 10);
  const text = deckText(over);
  expect(applyToText(text, [{ start: 0, end: 5, text: "" }], { origin: "fix", expected: over })).toBe("applied");
});
