import { expect, test } from "vitest";
import { AppError } from "@/lib/errors";
import { etagOf, matchesNone, readIfMatch } from "@/lib/http/etag";

test("a tag that was given out is read back, and names its text alone", () => {
  const tag = readIfMatch(new Headers({ "if-match": etagOf({ generation: 3, seq: 512, markdown: "# One" }) }));
  expect(tag).toMatchObject({ generation: 3, seq: 512 });
  expect([tag?.isOf("# One"), tag?.isOf("# Other")]).toEqual([true, false]);
});

test.each([[undefined], ["*"]])("If-Match %j insists on nothing", (given) => {
  expect(readIfMatch(new Headers(given === undefined ? {} : { "if-match": given }))).toBeUndefined();
});

test.each(["3-512", '"3-512"', '"abc"', 'W/"3-512"', '"3-512", "3-513"'])("the foreign tag %s matches no text", (given) => {
  expect(() => readIfMatch(new Headers({ "if-match": given }))).toThrow(AppError);
});

test.each(['"1-2"', 'W/"1-2"', '"9-9", "1-2"', "*"])("If-None-Match %s knows the text", (given) => {
  expect(matchesNone(new Headers({ "if-none-match": given }), '"1-2"')).toBe(true);
});

test("another tag does not know the text", () => {
  expect(matchesNone(new Headers({ "if-none-match": '"1-3"' }), '"1-2"')).toBe(false);
});
