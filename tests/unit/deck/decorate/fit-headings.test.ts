import { expect, test } from "vitest";
import { fitHeadings } from "@/lib/deck/decorate/fit-headings";
import { parseHtml, printHtml } from "@/lib/deck/sanitize/tree";

function fitted(html: string, widthPx = 1000): string {
  const root = parseHtml(html);
  fitHeadings(root, widthPx);
  return printHtml(root);
}

const sizeOf = (html: string, widthPx?: number) => Number(/font-size:calc\((\d+)px/.exec(fitted(html, widthPx))?.[1]);

test("a heading is as large as its words let it be on one line", () => {
  const words = "Larger than life";
  expect(sizeOf(`<h1 data-l-fit>${words}</h1>`, 1000)).toBeCloseTo(2 * sizeOf(`<h1 data-l-fit>${words}</h1>`, 500), -1);
});

test("it is never larger than the slide is high, and never smaller than can be read", () => {
  expect(sizeOf("<h1 data-l-fit>A</h1>")).toBe(300);
  expect(sizeOf("<h1 data-l-fit></h1>")).toBe(300);
  expect(sizeOf(`<h1 data-l-fit>${"word ".repeat(100)}</h1>`)).toBe(40);
});

test("a heading that does not ask stays as it is", () => {
  expect(fitted("<h1>Words</h1>")).toBe("<h1>Words</h1>");
});

test("the mark on anything else says nothing", () => {
  expect(fitted("<p data-l-fit>Words</p>")).toBe("<p>Words</p>");
});
