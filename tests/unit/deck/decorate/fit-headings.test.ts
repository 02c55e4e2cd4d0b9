import { expect, test } from "vitest";
import { fitHeadings, keepWordsWhole, mayBreakWords } from "@/lib/deck/decorate/fit-headings";
import type { SlideLayout } from "@/lib/deck/deck";
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

function whole(html: string, widthPx: number, layout: SlideLayout = "default"): string {
  const root = parseHtml(html);
  keepWordsWhole(root, widthPx, layout);
  return printHtml(root);
}

test("a heading beside a picture is set smaller where a word of it is too long, and not otherwise", () => {
  expect(whole("<h1>Containerization today</h1>", 375)).toContain('style="font-size:calc(');
  expect(whole("<h1>Docker today</h1>", 375)).toBe("<h1>Docker today</h1>");
  expect(whole("<h1>Many short words are no trouble at all</h1>", 375)).not.toContain("style");
});

test("a title is larger than other headings, so shorter words are too long in it", () => {
  expect(whole("<h1>Containers today</h1>", 375, "title")).toContain("style");
  expect(whole("<h3>Responsibilities</h3>", 375, "title")).not.toContain("style");
});

test("no heading is smaller than the text, a broken word or not", () => {
  expect(whole(`<h2>${"word".repeat(40)}</h2>`, 375)).toContain("calc(30px");
});

test("lines of writings without spaces may end anywhere", () => {
  expect(whole("<h1>コンテナーによる軽量な仮想化について</h1>", 375)).not.toContain("style");
});

test("a size of its own stays", () => {
  const html = '<h1 style="font-size:90px">Containerization</h1>';
  expect(whole(html, 375)).toBe(html);
});

test("printed headings are asked before they are read: all are told that would be set smaller", () => {
  expect(mayBreakWords("<p>Containerization</p><h1>Docker <em>today</em></h1>", 375, "default")).toBe(false);
  expect(mayBreakWords("<h2>Short</h2><h1>Container<em>ization</em> today</h1>", 375, "default")).toBe(true);
  expect(mayBreakWords("<h1>Containers today</h1>", 375, "title")).toBe(true);
});
