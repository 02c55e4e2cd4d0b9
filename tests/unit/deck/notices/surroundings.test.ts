import { expect, test } from "vitest";
import { parseDeck } from "@/lib/deck";
import { deckLinter } from "@/lib/deck/linter";
import { seen } from "@/tests/support/decks/notices";

function around(source: string, surroundings: Parameters<typeof deckLinter.around>[1], code: string) {
  return seen(source, deckLinter.around(parseDeck(source), surroundings), code);
}

test("a theme that does not exist is named, and one that is meant offered", () => {
  const [notice] = around("---\ntheme: Landslide\n---\n\n# One\n", { themes: ["lectern", "landslide"] }, "theme-unknown");
  expect(notice?.about).toBe("Landslide");
  expect(notice?.fixed).toBe("---\ntheme: landslide\n---\n\n# One\n");
});

test("files that the deck does not have are named at their place, with CRLF line ends too", () => {
  const source = "# One\r\n\r\n![a](img/a.png) ![b](b%20b.png) ![c](c.mp4)\r\n\r\n[s](./run.sh) ![d](d.png)\r\n";
  const notices = around(source, { files: new Set(["img/a.png", "b-b.png"]) }, "file-missing");
  expect(notices.map(({ about }) => about)).toEqual(["![c](c.mp4)", "![d](d.png)"]);
  expect(notices[0]?.message).toBe("This deck has no file “c.mp4”. Drop it on the slides to add it.");
});

test("a link to a file leads nowhere, whether the deck has it or not, and nobody is asked to add it", () => {
  const notices = around("[s](./run.sh) [a](a.png) [w](https://example.org/) [n](#2)\n", { files: new Set(["a.png"]) }, "relative-link");
  expect(notices.map(({ about, message }) => [about, message])).toEqual([
    ["[s](./run.sh)", "“run.sh” leads nowhere once the slides are public. Link to a whole address, from https:// on."],
    ["[a](a.png)", "“a.png” leads nowhere once the slides are public. Link to a whole address, from https:// on."],
  ]);
});

test("remote and data addresses are nobody's files, and without a list nothing is missing", () => {
  expect(
    around("![a](https://example.org/a.png) ![b](data:image/png;base64,AA==) [c](mailto:a@example.org)\n", { files: new Set() }, "file-missing"),
  ).toEqual([]);
  expect(around("![a](a.png)\n", {}, "file-missing")).toEqual([]);
  expect(around("[a](a.md)\n", {}, "relative-link")).toEqual([]);
});
