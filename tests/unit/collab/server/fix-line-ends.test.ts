import { expect, test } from "vitest";
import * as Y from "yjs";
import { fixLineEnds } from "@/lib/collab/server/fix-line-ends";

function fixed(source: string) {
  const doc = new Y.Doc();
  const text = doc.getText("markdown");
  text.insert(0, source);
  let pieces = 0;
  text.observe(({ changes }) => {
    pieces += changes.delta.length;
  });
  doc.transact(() => fixLineEnds(text));
  return { text: text.toString(), pieces };
}

test("every kind of line end becomes LF", () => {
  expect(fixed("a\r\nb\rc\n\r\n\rd\r").text).toBe("a\nb\nc\n\n\nd\n");
});

test.each(["\r", "x\r\n", "\r\n"])("[I14] a flood of %j is one edit, not one for each", (unit) => {
  const times = 300_000;
  const { text, pieces } = fixed(`a${unit.repeat(times)}b`);
  expect(text).toBe(`a${unit.replace(/\r\n?/u, "\n").repeat(times)}b`);
  expect(pieces).toBeLessThan(10);
});
