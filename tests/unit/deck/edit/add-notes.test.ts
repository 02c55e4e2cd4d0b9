import { expect, test } from "vitest";
import { addNotes, applyTextEdits, parseDeck } from "@/lib/deck";

function notesOf(text: string, index = 0): string {
  const added = addNotes(parseDeck(text), index);
  if (added === undefined) return "nothing";
  const after = applyTextEdits(text, added.edits);
  return `${after.slice(0, added.caret)}|${after.slice(added.caret)}`;
}

test("notes stand at the end of their slide", () => expect(notesOf("# A\n\ntext\n\n---\n\n# B\n")).toBe("# A\n\ntext\n\n<!-- | -->\n\n---\n\n# B\n"));
test("notes that are there are written on", () => expect(notesOf("# A\n\n???\n\nsay this\n")).toBe("# A\n\n???\n\nsay this|\n"));
test("an empty slide gets notes alone", () => expect(notesOf("# A\n\n---\n\n\n\n---\n\n# C\n", 1)).toBe("# A\n\n---\n\n<!-- | -->\n\n---\n\n# C\n"));
