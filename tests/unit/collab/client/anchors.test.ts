import { expect, test } from "vitest";
import * as Y from "yjs";
import { encodeAnchor, locateAnchor } from "@/lib/collab/client/anchors";
import { placesOf } from "@/lib/collab/server/text-places";

function textOf(markdown: string): { readonly doc: Y.Doc; readonly text: Y.Text } {
  const doc = new Y.Doc();
  const text = doc.getText("markdown");
  text.insert(0, markdown);
  return { doc, text };
}

test("what is written around a stretch stays outside, what is written inside is in it", () => {
  const { doc, text } = textOf("one two three");
  const anchor = encodeAnchor(text, { start: 4, end: 7 });
  text.insert(7, "!");
  text.insert(5, "x");
  text.insert(4, "-");
  expect(locateAnchor(doc, anchor)).toEqual({ start: 5, end: 9 });
});

test("what this person deleted and undid has its stretch again, though its characters are new", () => {
  const { doc, text } = textOf("one two three");
  const undo = new Y.UndoManager(text);
  const anchor = encodeAnchor(text, { start: 4, end: 7 });
  text.delete(3, 6);
  expect(locateAnchor(doc, anchor)).toBeUndefined();
  undo.undo();
  expect(locateAnchor(doc, anchor)).toEqual({ start: 4, end: 7 });
});

test("the server finds the same stretch", () => {
  const { text } = textOf("one two three");
  const { start, end } = encodeAnchor(text, { start: 4, end: 13 });
  const range = { start: Buffer.from(start, "base64"), end: Buffer.from(end, "base64") };
  expect(placesOf(text).locateRange(range)).toEqual({ start: 4, end: 13 });
});
