import { expect, test } from "vitest";
import { importDeck, importLandslideConfig, parseDeck } from "@/lib/deck";

const config = `# my talk
[landslide]
theme  = /my/theme
source = intro.md
         ./chapters
         missing.md
         old.rst
css = mine.css
      yours.css
js = https://example.org/a.js
linenos = no

[other]
source = not-this.md
`;
const files = [
  { path: "chapters/2.md", text: "# Second\r\n\r\n.qr: 450|https://example.org\r\n" },
  { path: "chapters/1.markdown", text: "# First\n" },
  { path: "chapters/deep/3.md", text: "# Third\n\n---\n\n# Fourth\n" },
  { path: "chapters/picture.png", text: "" },
  { path: "intro.md", text: "# Intro\n" },
  { path: "not-this.md", text: "# Not this\n" },
  { path: "old.rst", text: "Old\n===\n" },
];

test("a configuration's sources stand in its order, a folder's by name", () => {
  const { markdown, files: used } = importLandslideConfig(config, files);
  expect(used).toEqual(["intro.md", "chapters/1.markdown", "chapters/2.md", "chapters/deep/3.md"]);
  expect(parseDeck(markdown).slides.map(({ title }) => title)).toEqual(["Intro", "First", "Second", "Third", "Fourth"]);
});

test("what a configuration asks for in vain is named where it stands", () => {
  expect(importLandslideConfig(config, files).notices.map(({ file, code, range }) => [file, range.startLine, code])).toEqual([
    ["", 3, "import-theme"],
    ["", 8, "import-css"],
    ["", 10, "import-js"],
    ["", 5, "import-no-markdown"],
    ["", 6, "import-missing-file"],
    ["", 7, "import-no-markdown"],
    ["chapters/2.md", 3, "import-qr-size"],
  ]);
});

test("Landslide's own theme has one here", () => {
  expect(importLandslideConfig("[landslide]\ntheme=default\nsource=a.md\n", [{ path: "a.md", text: "# A" }]).markdown).toBe(
    "---\ntheme: landslide\n---\n\n# A\n",
  );
});

test("a configuration that comes alone is told, and stays readable", () => {
  const { dialect, markdown, notices } = importDeck(config);
  expect(dialect).toBe("landslide");
  expect(markdown).toContain(config.trim());
  expect(notices.map(({ code, range }) => [code, range.startLine])).toEqual([["import-other-file", 4]]);
});
