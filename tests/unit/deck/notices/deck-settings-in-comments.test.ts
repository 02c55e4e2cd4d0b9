import { expect, test } from "vitest";
import { parseDeck } from "@/lib/deck";
import { noticesIn } from "@/tests/support/decks/notices";

const code = "deck-setting-in-comment";

test.each([
  ["<!-- theme: gaia -->", "theme: gaia", { theme: "gaia" }],
  ["<!-- $theme: gaia -->", "theme: gaia", { theme: "gaia" }],
  ["<!-- headingDivider: 2 -->", "headingDivider: 2", { headingDivider: 2 }],
  ["<!-- size: 4:3 -->", "size: 4:3", { size: "4:3" }],
  ["<!-- math: katex -->", "math: katex", { math: "katex" }],
  ["<!--\nstyle: |\n  section {\n    color: red;\n  }\n-->", "style: |\n  section {\n    color: red;\n  }", { style: "section {\n  color: red;\n}" }],
])("%j is no speaker note, and moves into the front matter", (comment, about, values) => {
  const source = `# One\n\n${comment}\n\nText\n`;
  expect(parseDeck(source).slides[0]?.notes).toBe("");
  const [notice] = noticesIn(source, code);
  expect(notice?.about).toBe(about);
  const fixed = parseDeck(notice?.fixed ?? "");
  expect(fixed.frontMatter.values).toEqual(values);
  expect(fixed.source).not.toContain("<!--");
  expect(noticesIn(fixed.source, code)).toEqual([]);
});

test("it takes the place of what the front matter said", () => {
  const [notice] = noticesIn("---\ntheme: landslide\nlang: de\n---\n\n<!-- theme: lectern -->\n\n# One\n", code);
  expect(notice?.fixed).toBe("---\ntheme: lectern\nlang: de\n---\n\n\n# One\n");
});

test("other settings of the comment stay", () => {
  const [notice] = noticesIn("<!--\npaginate: true\ntheme: lectern\n_class: wide\n-->\n\n# One\n", code);
  expect(notice?.fixed).toBe("---\ntheme: lectern\n---\n\n<!--\npaginate: true\n_class: wide\n-->\n\n# One\n");
});

test.each(["<!-- size: it matters -->", "<!-- theme: colours, and what they say -->", "<!--\ntheme: lectern\nSay why.\n-->"])(
  "%j is a speaker note",
  (comment) => {
    expect(noticesIn(`# One\n\n${comment}\n`, code)).toEqual([]);
    expect(parseDeck(`# One\n\n${comment}\n`).slides[0]?.notes).not.toBe("");
  },
);
