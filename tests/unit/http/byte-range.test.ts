import { expect, test } from "vitest";
import { readRange } from "@/lib/http/byte-range";

const read = (range: string, ifRange?: string) =>
  readRange(new Headers({ range, ...(ifRange === undefined ? {} : { "if-range": ifRange }) }), { size: 100, etag: '"a"' });

test.each([
  ["bytes=0-9", { start: 0, end: 10 }],
  ["bytes=90-", { start: 90, end: 100 }],
  ["bytes=-10", { start: 90, end: 100 }],
  ["bytes=-1000", { start: 0, end: 100 }],
  ["bytes=50-1000", { start: 50, end: 100 }],
  ["bytes=100-", "unsatisfiable"],
  ["bytes=-0", "unsatisfiable"],
  ["bytes=9-0", undefined],
  ["bytes=0-1,4-5", undefined],
  ["bytes=-", undefined],
  ["lines=0-9", undefined],
])("%s of a hundred bytes is %j", (header, range) => {
  expect(read(header)).toEqual(range);
});

test("a stretch of another version is not what is there now", () => {
  expect(read("bytes=0-9", '"b"')).toBeUndefined();
  expect(read("bytes=0-9", '"a"')).toEqual({ start: 0, end: 10 });
});
