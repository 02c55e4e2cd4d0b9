import { expect, test } from "vitest";
import { noticesIn } from "@/tests/support/decks/notices";

const code = "setting-value";
const named = (source: string) => noticesIn(source, code).map(({ about, message }) => [about, message]);

test("a colour that is none is named where it is set, once", () => {
  expect(named("# One\n\n---\n\n<!-- backgroundColor: gren -->\n\n# Two\n\n---\n\n# Three\n")).toEqual([
    ["backgroundColor: gren", 'backgroundColor is a colour like navy or #003366; "gren" is none.'],
  ]);
  expect(named("---\ncolor: '#12'\n---\n\n# One\n").map(([about]) => about)).toEqual(["color: '#12'"]);
});

test("a gradient is sent to where it works", () => {
  const [notice] = named("<!-- _backgroundColor: linear-gradient(red, blue) -->\n\n# One\n");
  expect(notice?.[1]).toContain("a gradient or a picture goes into backgroundImage");
});

test.each([
  "navy",
  "RebeccaPurple",
  "#fff",
  "#11223344",
  "rgb(1 2 3)",
  "hsl(10deg 20% 30%)",
  "var(--accent)",
  "color-mix(in srgb, red, blue)",
  "transparent",
  "currentColor",
  "CanvasText",
])("%s is left alone", (color) => {
  expect(named(`<!-- _color: "${color}" -->\n\n# One\n`)).toEqual([]);
});
