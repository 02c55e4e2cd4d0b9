import { expect, test } from "vitest";
import { applyTextEdits, fileMentions, parseDeck, renameFile } from "@/lib/deck";

function renamed(source: string, from = "chart.png", to = "img/new.png"): string {
  return applyTextEdits(source, renameFile(parseDeck(source), from, to));
}

test.each([
  ["a picture", "![A chart](chart.png)", "![A chart](img/new.png)"],
  ["a picture with a title and keywords", '![w:300 bg left](./chart.png "Title")', '![w:300 bg left](img/new.png "Title")'],
  ["an encoded name", "![x](my%20chart.png)", "![x](img/new.png)", "my-chart.png"],
  ["a name with spaces in brackets", "![x](<my chart.png>)", "![x](<img/new.png>)", "my-chart.png"],
  ["a definition", "![x][c]\n\n[c]: chart.png", "![x][c]\n\n[c]: img/new.png"],
  ["HTML", '<img src="chart.png" alt="">', '<img src="img/new.png" alt="">'],
  ["a setting", "<!-- backgroundImage: url(chart.png) -->\n\n# A", "<!-- backgroundImage: url(img/new.png) -->\n\n# A"],
  ["front matter", "---\nbackgroundImage: url('chart.png')\n---\n# A", "---\nbackgroundImage: url('img/new.png')\n---\n# A"],
  ["what stands behind it", "![x](chart.png#top)", "![x](img/new.png#top)"],
])("%s names the file by its new path", (_what, source, expected, from?: string) => {
  expect(renamed(source, from)).toBe(expected);
});

test.each([
  ["prose", "See chart.png for that."],
  ["a block of code", "```md\n![x](chart.png)\n```"],
  ["another file", "![x](other-chart.png) ![y](img/chart.png)"],
  ["the network", "![x](https://example.invalid/chart.png)"],
])("%s stays as it is", (_what, source) => {
  expect(renamed(source)).toBe(source);
});

test("a file that is named twice is mentioned twice", () => {
  expect(fileMentions(parseDeck("![a](x.png)\n\n---\n\n![b](x.png)")).map(({ path, start }) => [path, start])).toEqual([
    ["x.png", 5],
    ["x.png", 23],
  ]);
});
