import fc from "fast-check";
import { expect, test } from "vitest";
import { parseDeck } from "@/lib/deck";
import { sanitizeDeclarations, sanitizeStylesheet, sanitizeValue } from "@/lib/deck/sanitize/style";

const scope = { selector: ".slide", idPrefix: "d-" };
const sheet = (css: string) => sanitizeStylesheet(css, scope);

test("what decks lay out with stays", () => {
  const css = 'color:red;width:calc(100% - 2em);background:url(my\\ pic.png)center/cover;grid-template-areas:"a b";position:absolute';
  expect(sanitizeDeclarations(css)).toBe(css);
  expect(sanitizeDeclarations("--size: 2em; margin: var(--size, 10px)")).toBe("--size:2em;margin:var(--size,10px)");
});

test("a picture that style names is reached like an image, or goes with what shows it", () => {
  const resolvePicture = (url: string) => (url === "a.png" ? "/files/a.png" : undefined);
  const css = "color:red;background:url(a.png) center;list-style-image:url(/api/secret)";
  expect(sanitizeDeclarations(css, resolvePicture)).toBe("color:red;background:url(/files/a.png)center");
  expect(sanitizeStylesheet(`p { ${css}; & b { background: url(x.png); color: blue } }`, { ...scope, resolvePicture })).toBe(
    ".slide p{color:red;background:url(/files/a.png)center;& b{color:blue}}",
  );
});

test("the deck's own sheet asks nothing of the server that shows it", () => {
  const css = "p{background:url(/api/secret)} a{background:url(https://example.org/a.png);color:red}";
  expect(parseDeck(`---\nstyle: "${css}"\n---\n\n<style>b{background:url(b.png)}</style>\n`).css).toBe(
    ".slide a{background:url(https://example.org/a.png);color:red}",
  );
});

test("a property written with escapes does not pass for another", () => {
  expect(sanitizeDeclarations("po\\73ition:fixed;top:0")).toBe("top:0");
  expect(sanitizeDeclarations("b\\65havior:url(x)")).toBe("");
});

test.each([
  "position:fixed",
  "position:sticky",
  "position:var(--x,fixed)",
  "background:url(javascript:x)",
  "background:url(//other.invalid/x)",
  "background:image-set('https://other.invalid/x' 1x)",
  "--x:url(https://other.invalid/x)",
  "--x:image-set('https://other.invalid/x' 1x)",
  "content:url(https://other.invalid/x)",
  "cursor:url(https://other.invalid/x),auto",
  "background:u\\72l(https://other.invalid/x)",
  "width:expression(alert(1))",
  "-o-link:'javascript:x'",
  "color:var(--x,url(https://other.invalid/x))",
])("%s goes", (declaration) => {
  expect(sanitizeDeclarations(declaration)).toBe("");
});

test("a colour is what the reader of CSS makes of it, with it or without", () => {
  const part = fc.constantFrom(
    "#",
    "f",
    "F0",
    "0a9",
    "12345678",
    "red",
    "RED",
    "none",
    "url",
    "rgb(1, 2, 3)",
    " ",
    "-",
    "\\",
    "!important",
    "/**/",
    ";",
    "é",
  );
  const color = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(fc.constantFrom("color", "background-color"), color, (property, value) => {
      const read = sanitizeDeclarations(`${property}:${value}`);
      expect(sanitizeValue(property, value)).toBe(read.includes(";") ? "" : read.slice(property.length + 1));
    }),
    { numRuns: 2_000 },
  );
});

test("a value brings no second declaration with it", () => {
  expect(sanitizeValue("color", "red;position:absolute")).toBe("");
  expect(sanitizeValue("background-color", "#fff")).toBe("#fff");
});

test.each([
  ["html, body, section h1, :root, .slide > p", ".slide,.slide,.slide h1,.slide,.slide>p"],
  ["html body h1", ".slide h1"],
  ["section.lead", ".slide.lead"],
  [".reveal .slides section h1, .slidev-layout.cover, .remark-slide-content", ".slide h1,.slide.cover,.slide"],
  ["#intro a", ".slide #d-intro a"],
  ["~ .x", ".slide ~.x"],
  ["body\\2d x", ".slide body\\2d x"],
  ["bodyé", ".slide bodyé"],
  [":is(body, .stage)", ".slide :is(body,.stage)"],
  [":not(&)", ".slide :not(&)"],
  [":host", ".slide :host"],
])("the selector %s holds inside the slide", (selector, scoped) => {
  expect(sheet(`${selector} { color: red }`)).toBe(`${scoped}{color:red}`);
});

test("Marp's page number is the slide's, on slides that show one", () => {
  const css = 'section::after { content: "Page " attr(data-marpit-pagination) " / " attr(data-marpit-pagination-total) }';
  expect(sheet(css)).toBe('.slide[data-paginate]::after{content:"Page "attr(data-paginate)" / "var(--pages)}');
  expect(sheet("section:after { content: attr(data-marpit-pagination) }")).toBe(".slide[data-paginate]:after{content:attr(data-paginate)}");
  expect(sheet("section[data-marpit-pagination]::after, h1 { color: red }")).toBe(".slide[data-paginate]::after,.slide h1{color:red}");
});

test("a rule of the number's looks alone holds as it is written", () => {
  expect(sheet("section::after { color: red }")).toBe(".slide::after{color:red}");
});

test.each(["content:attr(title)", "content:attr(data-marpit-pagination string)", "color:attr(data-marpit-pagination)", "--x:attr(data-paginate)"])(
  "no other attribute is shown: %s goes",
  (declaration) => {
    expect(sheet(`section::after { ${declaration} }`)).toBe("");
  },
);

test("a nested rule looks inside its rule and nowhere else", () => {
  expect(sheet(".a { & .b { color: red } }")).toBe(".slide .a{& .b{color:red}}");
  expect(sheet(".a { color: red; & .b, body:has(&) .stage { color: red } }")).toBe(".slide .a{color:red;& .b{color:red}}");
  expect(sheet(".a { color: red; &:not(&) * { color: red } }")).toBe(".slide .a{color:red}");
});

test("at-rules that fetch or reach out go, also inside others", () => {
  const fetching =
    "@import url(//x.invalid);@font-face{font-family:x;src:url(//x.invalid)}@property --x{syntax:'*';inherits:true}@namespace url(//x.invalid);";
  expect(sheet(`${fetching}@page{margin:0}`)).toBe("");
  expect(sheet(`@media print{${fetching}p{color:red}}`)).toBe("@media print{.slide p{color:red}}");
  expect(sheet(`@keyframes a{@import url(//x.invalid);from{position:fixed;color:red}to{color:blue}}`)).toBe(
    "@keyframes a{from{color:red}to{color:blue}}",
  );
});

test("nothing ends the style element that it stands in", () => {
  expect(sheet("p::after { content: '</style><script>' }")).not.toContain("<");
});

test("brackets without end take no stack", () => {
  expect(sheet("a{".repeat(20_000))).toBe("");
  expect(sanitizeDeclarations(`width:${"calc(".repeat(20_000)}`)).toBe("");
});
