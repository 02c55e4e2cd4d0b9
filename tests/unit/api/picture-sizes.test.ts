import { expect, test } from "vitest";
import { sizedAddress, widthFor } from "@/lib/api/picture-sizes";

test("a photograph comes in every width, and each says how wide the photograph is", () => {
  expect(sizedAddress("/a.jpg", 4032, 1280)).toBe("/a.jpg?w=1280&of=4032");
  expect(sizedAddress("/a.jpg", 4032, 2560)).toBe("/a.jpg?w=2560&of=4032");
});

test.each([
  ["hardly wider than what is asked for", 1_400, 1280],
  ["narrower", 600, 640],
  ["that comes in no sizes", null, 640],
  ["of which nobody knows", undefined, 640],
] as const)("a picture %s is served as it is", (_what, width, wanted) => {
  expect(widthFor(width, wanted)).toBeUndefined();
  expect(sizedAddress("/a.jpg", width, wanted)).toBe("/a.jpg");
});
