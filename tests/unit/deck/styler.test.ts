import { expect, test } from "vitest";
import { deckStyler } from "@/lib/deck/styler";

const sheet = ".a { color: red }";

test("puts a style that slides share under each of them", () => {
  const under = (selector: string) => deckStyler.sheet(sheet, { selector, idPrefix: "d-" });
  expect([under(".slide-1"), under(".slide-2"), under(".slide-1")]).toEqual([
    ".slide-1 .a{color:red}",
    ".slide-2 .a{color:red}",
    ".slide-1 .a{color:red}",
  ]);
});

test("prefixes ids of a shared style as each page does", () => {
  const under = (idPrefix: string) => deckStyler.sheet("#a { color: red }", { selector: ".slide", idPrefix });
  expect([under("d-"), under("e-")]).toEqual([".slide #d-a{color:red}", ".slide #e-a{color:red}"]);
});

test.each(["url(a.png)", "URL(a.png)"])("asks about the picture %s of a style again wherever it stands", (picture) => {
  const asked: string[] = [];
  const resolve = (url: string) => {
    asked.push(url);
    return undefined;
  };
  const css = `background-image: ${picture}`;
  expect([deckStyler.declarations(css), deckStyler.declarations(css, resolve), deckStyler.declarations(css, resolve)].slice(1)).toEqual(["", ""]);
  expect(asked).toEqual(["a.png", "a.png"]);
});

test("takes a sheet that names its own placeholder as written", () => {
  const css = ".any-slide-of-all { color: red }";
  expect(deckStyler.sheet(css, { selector: ".slide-1", idPrefix: "d-" })).toBe(".slide-1 .any-slide-of-all{color:red}");
});
