import { expect, test } from "vitest";
import { personColor, personColors } from "@/lib/collab/protocol/person-color";
import { toLineFeeds } from "@/lib/collab/protocol/line-ends";
import { createTextMeter, utf8Bytes } from "@/lib/collab/protocol/text-size";

test("bytes are those of UTF-8", () => {
  expect([utf8Bytes("abc"), utf8Bytes("é"), utf8Bytes("€"), utf8Bytes("😀")]).toEqual([3, 2, 3, 4]);
});

test("a meter reads the text only where what came in could have made it too long", () => {
  const meter = createTextMeter(10, 0);
  let reads = 0;
  let text = "";
  const read = () => {
    reads++;
    return text;
  };
  meter.grow(10);
  expect(meter.isOver(read)).toBe(false);
  expect(reads).toBe(0);
  meter.grow(5);
  // Ten of the fifteen were deleted again, which the meter doesn't count.
  text = "12345";
  expect(meter.isOver(read)).toBe(false);
  meter.grow(6);
  text = "12345678901";
  expect(meter.isOver(read)).toBe(true);
  expect(reads).toBe(2);
});

test("every line end becomes LF", () => {
  expect(toLineFeeds("a\r\nb\rc\nd\r\n\r")).toBe("a\nb\nc\nd\n\n");
});

test("a person's colour is one of the list, and always the same", () => {
  expect(personColors).toContain(personColor("6f1c1d3e-0000-4000-8000-000000000000"));
  expect(personColor("a")).toBe(personColor("a"));
  const seen = new Set(Array.from({ length: 200 }, (_, index) => personColor(`person ${index}`)));
  expect(seen.size).toBe(personColors.length);
});
