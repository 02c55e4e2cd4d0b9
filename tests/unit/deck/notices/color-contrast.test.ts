import { expect, test } from "vitest";
import { noticesIn } from "@/tests/support/decks/notices";

const code = "color-contrast";

test("colours that can't be told apart are named where they begin, once", () => {
  const source = "# One\n\n---\n\n<!--\ncolor: '#777'\nbackgroundColor: gray\n-->\n\n# Two\n\n---\n\n# Three\n";
  const notices = noticesIn(source, code);
  expect(notices).toHaveLength(1);
  expect(notices[0]?.about).toContain("color: '#777'");
});

test("colours of the front matter are named there", () => {
  expect(noticesIn("---\ncolor: yellow\nbackgroundColor: white\n---\n\n# One\n", code).map(({ about }) => about)).toEqual(["color: yellow"]);
});

test("black on white, and a colour on the theme's own ground, say nothing", () => {
  expect(noticesIn("<!-- _color: black -->\n<!-- _backgroundColor: white -->\n\n# One\n\n---\n\n<!-- _color: yellow -->\n\n# Two\n", code)).toEqual(
    [],
  );
});

test("what only looks like a setting, in a style or in words, isn't named for it", () => {
  const source = "<style>\nh1 { color: red }\n</style>\n\nMy color: blue\n\n<!-- _backgroundColor: yellow -->\n<!-- _color: white -->\n";
  expect(noticesIn(source, code).map(({ about }) => about)).toEqual(["_backgroundColor: yellow"]);
  expect(noticesIn(`---\ncolor: yellow\nbackgroundColor: white\n---\n\nMy color: blue\n`, code).map(({ about }) => about)).toEqual(["color: yellow"]);
});
