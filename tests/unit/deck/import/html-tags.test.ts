import { expect, test } from "vitest";
import { changeTag, readTags } from "@/lib/deck/import/html-tags";

test("tags are read with their attributes over several lines", () => {
  const [tag] = readTags("<img\n  v-click\n  :class=\"a > b\"\n  alt='x' w=1 />");
  expect(tag?.kind).toBe("selfClosing");
  expect(tag?.attributes.map(({ name, value }) => [name, value])).toEqual([
    ["v-click", undefined],
    [":class", "a > b"],
    ["alt", "x"],
    ["w", "1"],
  ]);
});

test("what only looks like a tag is none", () => {
  expect(readTags("a < b, <3 and <a")).toEqual([]);
});

test("a changed tag keeps what was not asked to change", () => {
  const text = '<div v-click class="note" mt-4>';
  const [tag] = readTags(text);
  expect(tag && changeTag(text, tag, { classes: ["fragment"], drop: ["v-click"], set: { id: "a" } })).toBe('<div id="a" class="fragment note" mt-4>');
});
