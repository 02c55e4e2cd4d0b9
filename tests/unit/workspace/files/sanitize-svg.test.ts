import { expect, test } from "vitest";
import { sanitizeSvg } from "@/lib/workspace/files/svg/sanitize-svg";

const inside = (content: string, attributes = "") => {
  const result = sanitizeSvg(`<svg xmlns="http://www.w3.org/2000/svg"${attributes}>${content}</svg>`);
  return result.state === "clean" ? result.text.replace(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/, "<svg") : result.why;
};

test("a drawing keeps its shapes, gradients, filters, words and animation", () => {
  const drawing =
    '<title>A &amp; B</title><defs><linearGradient id="g" gradientUnits="userSpaceOnUse"><stop offset="0" stop-color="#fff"/></linearGradient></defs>' +
    '<g fill="url(#g)" transform="scale(2)"><path d="M0 0h1z"/><text x="1" y="2" xml:space="preserve">a &lt; b</text></g>' +
    '<rect width="1" height="1"><animate attributeName="width" from="1" to="2" dur="1s"/></rect><use href="#g"/>';
  expect(inside(drawing, ' viewBox="0 0 1 1"')).toBe(`<svg viewBox="0 0 1 1">${drawing}</svg>`);
});

test("what a drawing program writes beside the picture goes", () => {
  const source =
    '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY ns "x">]><svg xmlns="http://www.w3.org/2000/svg" xmlns:i="&ns;" inkscape:version="1" data-name="/home/ana">' +
    '<!-- /home/ana/talk --><metadata>Ana</metadata><sodipodi:namedview id="n"/><path inkscape:label="Ana" d="M0 0"/></svg>';
  expect(sanitizeSvg(source)).toEqual({ state: "clean", text: '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>' });
});

test.each([
  ["<script>alert(1)</script>", "<svg/>"],
  ["<SCRIPT href='data:text/javascript,alert(1)'/>", "<svg/>"],
  ['<rect onclick="alert(1)" width="1"/>', '<svg><rect width="1"/></svg>'],
  ['<a href="javascript:alert(1)"><rect width="1"/></a>', '<svg><g><rect width="1"/></g></svg>'],
  ['<image href="https://evil.invalid/x.png" width="1"/>', '<svg><image width="1"/></svg>'],
  ['<image xlink:href="//evil.invalid/x.png" width="1"/>', '<svg><image width="1"/></svg>'],
  ['<image href="data:image/svg+xml;base64,AA" width="1"/>', '<svg><image width="1"/></svg>'],
  ['<image href="data:image/png;base64,AA" width="1"/>', '<svg><image href="data:image/png;base64,AA" width="1"/></svg>'],
  ['<use href="https://evil.invalid/x.svg#a"/>', "<svg><use/></svg>"],
  ['<use href="data:image/svg+xml;base64,AA"/>', "<svg><use/></svg>"],
  ['<rect fill="url(https://evil.invalid/#a)" width="1"/>', '<svg><rect width="1"/></svg>'],
  ['<rect style="fill:url(https://evil.invalid/#a)"/>', "<svg><rect/></svg>"],
  ['<rect style="fill:red;stroke:url(#a)"/>', '<svg><rect style="fill:red;stroke:url(#a)"/></svg>'],
  ["<style>@import 'https://evil.invalid/x.css';</style>", "<svg/>"],
  ["<style>a{background:\\75rl(https://evil.invalid)}</style>", "<svg/>"],
  ["<style>.a > .b{fill:red}</style>", "<svg><style>.a&gt;.b{fill:red}</style></svg>"],
  ['<a><set attributeName="href" to="javascript:alert(1)"/></a>', "<svg><g></g></svg>"],
  ['<iframe src="https://evil.invalid"></iframe>', "<svg/>"],
  ["<style><![CDATA[.a{fill:red}]]></style>", "<svg><style>.a{fill:red}</style></svg>"],
  ["<text><![CDATA[<script>alert(1)</script>]]></text>", "<svg><text>&lt;script&gt;alert(1)&lt;/script&gt;</text></svg>"],
  ["<p><script>alert(1)</script>", "<svg/>"],
])("%s leaves %s", (content, left) => {
  expect(inside(content)).toBe(left);
});

test("words set as HTML are refused in a sentence, unless plain ones stand beside them", () => {
  expect(inside("<foreignObject><p>Lost</p></foreignObject>")).toMatch(/sets words as HTML.*PNG/);
  expect(inside("<switch><foreignObject><p>Rich</p></foreignObject><text>Plain</text></switch>")).toBe(
    "<svg><switch><text>Plain</text></switch></svg>",
  );
});

test.each(["<svg:svg xmlns:svg='http://www.w3.org/2000/svg'/>", "", "plain text"])("%j is no SVG that browsers can read", (source) => {
  expect(sanitizeSvg(source)).toMatchObject({ state: "refused", why: expect.stringMatching(/not an SVG/) });
});

test("a drawing that nests without end is refused", () => {
  expect(inside("<g>".repeat(5_000))).toMatch(/nests/);
});
