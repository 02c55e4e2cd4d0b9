import { expect, test } from "vitest";
import { parseDeck, type RenderOptions } from "@/lib/deck";
import { ownLook } from "@/lib/deck/decorate/own-colors";

function look(style: Readonly<Record<string, string>>, resolveUrl?: RenderOptions["resolveUrl"]) {
  const settings = parseDeck("").slides[0]?.settings;
  if (!settings) throw new Error("An empty text is one slide.");
  return ownLook({ ...settings, style }, resolveUrl);
}

test("colours go into the theme's variables too", () => {
  expect(look({ "background-color": "#123456", color: "white" }).declarations).toEqual([
    "background-color:#123456",
    "color:white",
    "--paper:#123456",
    "--ink:white",
  ]);
});

test.each([
  [{ "background-color": "#111" }, "dark"],
  [{ "background-color": "lightyellow" }, "light"],
  [{ "background-color": "#111", color: "#222" }, "dark"],
  [{ "background-color": "var(--mine)", color: "#fff" }, "dark"],
  [{ "background-color": "var(--mine)", color: "#000" }, "light"],
  [{ "background-color": "var(--mine)" }, undefined],
  [{ color: "#fff" }, undefined],
  [{ "background-image": "linear-gradient(to right, #000 10%, navy)" }, "dark"],
  [{ "background-image": "radial-gradient(circle at 20% 30%, #102a43, rgb(50, 20, 80))", "background-color": "white" }, "dark"],
  [{ "background-image": "linear-gradient(45deg, white, lightblue)", "background-color": "black" }, "light"],
  [{ "background-image": "linear-gradient(black, white)" }, "light"],
  [{ "background-image": "linear-gradient(#000, transparent)" }, undefined],
  [{ "background-image": "linear-gradient(#000, var(--mine))" }, undefined],
  [{ "background-image": "linear-gradient(#000, #111), url(a.png)" }, undefined],
  [{}, undefined],
])("on %j everything else reads in the scheme %s", (style, scheme) => {
  expect(look(style).scheme).toBe(scheme);
});

test("a picture fills the slide where no size is asked for", () => {
  expect(look({ "background-image": "url(a.png)", "background-size": "contain" }, (url) => `/files/${url}`).declarations).toEqual([
    "background-image:url(/files/a.png)",
    "background-size:contain",
    "background-position:center",
    "background-repeat:no-repeat",
    "--card:transparent",
  ]);
});

test("a picture that may not be shown leaves nothing behind", () => {
  expect(look({ "background-image": "url(a.png)" }, () => undefined).declarations).toEqual([]);
  expect(look({ "background-image": "url(javascript:alert(1))" }).declarations).toEqual([]);
});

test("a value that is more than a value is left out", () => {
  expect(look({ color: "red; position: fixed" }).declarations.join()).not.toContain("position");
});

test.each(["gren", "#12", "linear-gradient(red, blue)"])("what is no colour, %s, leaves the theme's where it was", (color) => {
  expect(look({ "background-color": color, color }).declarations).toEqual([]);
});

test("what only a browser can tell goes to it", () => {
  expect(look({ "background-color": "color-mix(in srgb, red, blue)", color: "CanvasText" }).declarations).toContain("--ink:CanvasText");
});
