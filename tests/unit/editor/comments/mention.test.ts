import { expect, test } from "vitest";
import { splitAtNames } from "@/components/editor/comments/comment-words";
import { nameBefore, withName } from "@/components/editor/comments/mention";

test.each([
  ["@An", 3, "An"],
  ["Hello @", 7, ""],
  ["(@Bo", 4, "Bo"],
  ["Hello @An", 5, undefined],
  ["mail@example", 12, undefined],
  ["@An and more", 12, undefined],
])("the name that is being written in %j at %i is %j", (body, caret, name) => {
  expect(nameBefore(body, caret)).toBe(name);
});

test("a chosen name takes the place of its beginning, with the caret behind it", () => {
  expect(withName("Hi @An, look", { caret: 6, name: "Ana Berg" })).toEqual({ body: "Hi @Ana Berg, look", caret: 12 });
  expect(withName("Hi @An", { caret: 6, name: "Ana Berg" })).toEqual({ body: "Hi @Ana Berg ", caret: 13 });
});

test("names stand out in what was said, the longest that fits", () => {
  expect(splitAtNames("@Ana Berg and @Ana: look, a@Bo", ["@Ana", "@Ana Berg"])).toEqual([
    { text: "@Ana Berg", isName: true },
    { text: " and ", isName: false },
    { text: "@Ana", isName: true },
    { text: ": look, a@Bo", isName: false },
  ]);
});
