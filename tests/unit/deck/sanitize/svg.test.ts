import { expect, test } from "vitest";
import { sanitizeSvg } from "@/lib/deck";

const inside = (content: string) => `<svg id="m" viewBox="0 0 10 10">${content}</svg>`;
const clean = (content: string) => sanitizeSvg(inside(content), { idPrefix: "d-" }) ?? "";

test("shapes, words and paint stay", () => {
  const content = '<g transform="translate(1, 2)"><path d="M0,0L1,1Z" fill="#abc" stroke-width="2"></path><text x="1" dy="1em">A &lt; B</text></g>';
  expect(clean(content)).toContain(content);
});

test.each([
  ["a script", "<script>alert(1)</script>"],
  ["a handler", '<rect width="1" onload="alert(1)" onclick="alert(1)"></rect>'],
  ["HTML in a foreign object", "<foreignObject><body><img src=x onerror=alert(1)></body></foreignObject>"],
  ["a use of another file", '<use href="https://far.example/a.svg#x"></use>'],
  ["a use of an own element", '<use href="#m"></use>'],
  ["an image", '<image href="https://far.example/a.png"></image>'],
  ["a feImage", '<filter id="f"><feImage href="https://far.example/a.png"></feImage></filter>'],
  ["a link", '<a href="javascript:alert(1)"><text>x</text></a>'],
  ["an xlink", '<a xlink:href="javascript:alert(1)"><text>x</text></a>'],
  ["an animated address", '<a><animate attributeName="href" values="javascript:alert(1)"></animate><text>x</text></a>'],
  ["a set address", '<a><set attributeName="href" to="javascript:alert(1)"></set></a>'],
  ["an import", "<style>@import url(https://far.example/a.css);</style>"],
  ["an imported text", '<style>@import "https://far.example/a.css";</style>'],
  ["a face", "<style>@font-face{font-family:x;src:url(https://far.example/a)}</style>"],
  ["an address in a rule", "<rect class=a></rect><style>.a{fill:url(https://far.example/a#b)}</style>"],
  ["an address in a style", '<rect style="fill:url(https://far.example/a#b)"></rect>'],
  ["an address in an attribute", '<rect fill="url(https://far.example/a#b)"></rect>'],
  ["an escaped address", '<rect style="fill:u\\72l(https://far.example/a)"></rect>'],
  ["an address in a variable", '<rect style="--a:url(https://far.example/a);fill:var(--a)"></rect>'],
  ["an image set", "<rect style=\"mask:image-set('https://far.example/a' 1x)\"></rect>"],
  ["a filter elsewhere", '<rect style="filter:url(https://far.example/a#b)"></rect>'],
  ["an inner style's end", "<style>.a{fill:red}</style><script>alert(1)</script></style>"],
  ["HTML that breaks out", "<p><img src=x onerror=alert(1)></p>"],
  ["HTML in a title", "<title><img src=x onerror=alert(1)></title>"],
  ["HTML in a description", "<desc><script>alert(1)</script></desc>"],
  ["HTML in a style", "<style><img src=x onerror=alert(1)></style>"],
  ["MathML", "<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>"],
  ["a comment", "<!-- --><script>alert(1)</script>"],
  ["a CDATA section", "<![CDATA[<script>alert(1)</script>]]>"],
  ["an event in another case", '<rect ONLOAD="alert(1)"></rect>'],
])("%s does not stay", (_, hostile) => {
  const cleaned = clean(hostile);
  expect(cleaned).not.toMatch(/script|alert|\son\w+=|<(?:use|image|img|a|animate|set|foreignObject|title|desc|math|filter)\b|href|far\.example|@/i);
  const again = sanitizeSvg(cleaned, { idPrefix: "d-" });
  expect(again).toBe(cleaned);
});

test("what a link or a switch holds stays, and leads nowhere", () => {
  expect(clean('<switch><foreignObject></foreignObject><a href="https://far.example"><text>x</text></a></switch>')).toContain(
    "><text>x</text></svg>",
  );
});

test("ids, references and selectors come under the prefix, once", () => {
  const drawn = clean(
    '<style>#m .a{fill:url(#g)}#g{stop-color:red}[id$="head"]{stroke:red}</style><marker id="head"></marker><path class="a" id="g" marker-end="url(#head)"></path>',
  );
  expect(drawn).toContain("#d-m .a{fill:url(#d-g)}");
  expect(drawn).toContain("#d-m #d-g{stop-color:red}");
  expect(drawn).toContain('#d-m [id$="head"]{stroke:red}');
  expect(drawn).toContain('<marker id="d-head"></marker><path class="a" id="d-g" marker-end="url(#d-head)"></path>');
  expect(sanitizeSvg(drawn, { idPrefix: "d-" })).toBe(drawn);
});

test("every rule holds in the drawing alone", () => {
  const drawn = clean("<rect class=a></rect><style>.a,rect,*,body,.b,#m.x,:root{fill:red}</style>");
  expect(/<style>(.*?)\{/.exec(drawn)?.[1]).toBe("#d-m .a,#d-m rect,#d-m *");
});

test("rules for what the drawing does not hold go", () => {
  expect(clean('<style>.a{fill:red}.b{fill:blue}</style><rect class="b"></rect>')).not.toContain(".a");
});

test.each(["position:fixed", "background:red", "content:'x'", "animation:a 1s", "behavior:url(#x)", "width:expression(alert(1))"])(
  "%s is no part of a drawing",
  (declaration) => {
    expect(clean(`<rect style="${declaration};fill:red"></rect>`)).toContain('<rect style="fill:red"></rect>');
  },
);

test("colours for light and dark stay in attributes and rules", () => {
  const drawn = clean('<style>.a{fill:light-dark(#fff,#000)}</style><rect class="a" stroke="light-dark(#000,#fff)"></rect>');
  expect(drawn).toContain("fill:light-dark(#fff,#000)");
  expect(drawn).toContain('stroke="light-dark(#000,#fff)"');
});

test("the drawing says how large it is, and is one picture to whoever hears it", () => {
  const drawn = sanitizeSvg('<svg width="100%" style="max-width:20px" viewBox="-5 -5 120.4 60" role="x"></svg>', { idPrefix: "d-" });
  expect(drawn).toBe(
    '<svg xmlns="http://www.w3.org/2000/svg" id="d-root" viewBox="-5 -5 120.4 60" style="--units-wide:120;--units-high:60" aria-hidden="true"></svg>',
  );
});

test.each([
  ["no drawing", "<p>text</p>"],
  ["a drawing without a size", "<svg></svg>"],
  ["a drawing without an end to its size", '<svg viewBox="0 0 1e9 1"></svg>'],
  ["a drawing of the HTML namespace", '<div viewBox="0 0 1 1"></div>'],
  ["too much", `<svg viewBox="0 0 1 1">${"<g></g>".repeat(150_000)}</svg>`],
  ["too many elements", `<svg viewBox="0 0 1 1">${"<g></g>".repeat(20_001)}</svg>`],
])("%s is none", (_, text) => {
  expect(sanitizeSvg(text, { idPrefix: "d-" })).toBeUndefined();
});

test("elements that nest without end are cut off", () => {
  expect(clean("<g>".repeat(5_000)).match(/<g>/g)?.length).toBeLessThanOrEqual(101);
});
