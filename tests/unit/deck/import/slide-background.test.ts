import { expect, test } from "vitest";
import { schemeOf, writeBackground } from "@/lib/deck/import/slide-background";

test.each([
  ["#000", "dark"],
  ["#ffffff", "light"],
  ["rgb(10, 20, 30)", "dark"],
  ["white", "light"],
  ["var(--x)", undefined],
])("text on %s is for %s", (color, scheme) => {
  expect(schemeOf(color)).toBe(scheme);
});

test("a picture is an image behind the text, with what it can say of its size", () => {
  expect(writeBackground({ image: "a b.png", size: "contain", opacity: "0.5" }).picture).toBe("![bg contain opacity:0.5](<a b.png>)");
});
