import { expect, test } from "vitest";
import { findPlace, type PlaceOptions } from "@/components/editor/completion/place";

/** The place of the bar in a text that begins at the top of a deck. */
function placeIn(text: string, options: Partial<PlaceOptions> = {}) {
  const at = text.indexOf("¦");
  const after = text.slice(at + 1).split("\n")[0] ?? "";
  return findPlace(text.slice(0, at), { isTop: true, isAsked: false, after, ...options });
}

test.each([
  ["a key of the front matter", "---\nth¦", { kind: "front-matter-key", typed: "th", written: [] }],
  ["a key under others", "---\ntheme: ink\n¦\n---\n", { kind: "front-matter-key", typed: "", written: ["theme"] }],
  ["a value of the front matter", "---\ntheme: le¦\n---", { kind: "front-matter-value", typed: "le", key: "theme" }],
  ["a quoted value", '---\naspectRatio: "4¦', { kind: "front-matter-value", typed: "4", key: "aspectRatio" }],
  ["a setting in a comment", "# A\n\n<!-- _la¦ -->", { kind: "directive-key", typed: "_la" }],
  ["a setting on the line under the comment's start", "<!--\n_pag¦\n-->", { kind: "directive-key", typed: "_pag" }],
  ["a setting under another", "<!--\n_class: dark\nfoo¦\n-->", { kind: "directive-key", typed: "foo" }],
  ["a value in a comment", "<!-- _layout: im¦ -->", { kind: "directive-value", typed: "im", key: "_layout" }],
  ["the name of a box", "text\n\n::: col¦", { kind: "box", typed: "col" }],
  ["the language of a fence", "```py¦", { kind: "code-language", typed: "py" }],
  ["the language of a tilde fence", "~~~ ¦", { kind: "code-language", typed: "" }],
  ["Landslide's language", "text\n\n    !py¦", { kind: "code-language", typed: "py" }],
  ["classes after .fx:", ".fx: dark in¦", { kind: "slide-class", typed: "in" }],
  ["a macro", "# A\n\n.no¦", { kind: "macro", typed: ".no" }],
  ["the kind of an alert", "> [!WA¦", { kind: "alert", typed: "WA" }],
  ["a word of an image", "![bg le¦](a.jpg)", { kind: "image-word", typed: "le", words: ["bg"] }],
  ["the address of an image", "![Boats](har¦)", { kind: "address", typed: "har", isImage: true }],
  ["the address of a link", "see [there](#in¦)", { kind: "address", typed: "#in", isImage: false }],
  ["an emoji", "shipped :ro¦", { kind: "emoji", typed: ":ro" }],
  ["an emoji at the line's start", ":ta¦", { kind: "emoji", typed: ":ta" }],
  ["something to insert", "# A\n\n/col¦", { kind: "insert", typed: "col" }],
])("%s is a place", (_name, text, expected) => {
  expect(placeIn(text)).toEqual(expected);
});

test.each([
  ["prose", "Nobody decided to have a slow build¦"],
  ["the first word of a slide", "# A\n\nThe¦"],
  ["a heading", "# the¦"],
  ["a time of day", "at 10:30¦"],
  ["an address", "http://loc¦"],
  ["a colon at a line's end", "these things:¦"],
  ["a smiley", "well :D¦"],
  ["one letter after a colon", "well :p¦"],
  ["a note for the speaker", "# A\n\n<!--\nPa¦"],
  ["a later line of a note", "<!-- Wait.\nhi¦"],
  ["code", "```css\ncolor: re¦"],
  ["code that looks like a box", "~~~\n::: co¦\n~~~"],
  ["a comment in code", "```html\n<!-- la¦"],
  ["inline code", "write `:ro¦"],
  ["a slash in a line", "and/or¦"],
  ["a slash before other words", "/col¦umns of text"],
  ["the text after the front matter", "---\ntheme: ink\n---\nth¦"],
  ["a deck that begins with a break", "---\n# Title\nth¦"],
  ["a path in prose", "in /et¦"],
  ["an ellipsis", "wait ...¦"],
  ["a key with its colon", "---\nth¦eme: ink\n---"],
])("nothing pops up in %s", (_name, text) => {
  expect(placeIn(text)).toBeUndefined();
});

test("only the top of a deck has front matter", () => {
  expect(placeIn("---\nth¦", { isTop: false })).toBeUndefined();
});

test("an empty line and a lone colon are places for whoever asks", () => {
  expect(placeIn("# A\n\n¦")).toBeUndefined();
  expect(placeIn("# A\n\n¦", { isAsked: true })).toEqual({ kind: "insert", typed: "" });
  expect(placeIn("a :¦", { isAsked: true })).toEqual({ kind: "emoji", typed: ":" });
});

test("settings are offered at once in a fresh comment", () => {
  expect(placeIn("<!-- ¦ -->")).toEqual({ kind: "directive-key", typed: "" });
});
