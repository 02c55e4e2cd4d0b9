import fc from "fast-check";
import { serialize } from "parse5";
import { expect, test } from "vitest";
import { sanitizeByTree } from "@/lib/deck/sanitize/html";
import { printHtml } from "@/lib/deck/sanitize/tree";
import { deckStyler } from "@/lib/deck/styler";

const names = "p div pre ul li table tr td a b code span br img input hr col source wbr style iframe svg video kbd h1 details".split(" ");
const piece = fc.oneof(
  fc.constantFrom(...names).map((name) => `<${name}>`),
  fc.constantFrom(...names).map((name) => `</${name}>`),
  fc.constantFrom("x", " ", "&amp;", "&lt;", "&nbsp;", "\u00a0", '"', "'", ">", "&", "é", "<style scoped>a > b { color: red }</style>"),
  fc.constantFrom('<a href="?a&amp;b=&quot;c&quot;">', "<img alt='<\u00a0>'>", '<td align="left" class="d&lt;">'),
);

test("a tree that may stand in a slide is printed as the real serializer prints it", () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const tree = sanitizeByTree(pieces.join(""), { idPrefix: "d-", slideSelector: ".slide", resolveUrl: undefined, styler: deckStyler });
      expect(printHtml(tree)).toBe(serialize(tree));
    }),
    { numRuns: 3_000 },
  );
});

test("a line end that a block of code begins with is printed twice, since one is dropped in reading", () => {
  const tree = sanitizeByTree("<pre>\n\na</pre><pre>\nb</pre>", {
    idPrefix: "d-",
    slideSelector: ".slide",
    resolveUrl: undefined,
    styler: deckStyler,
  });
  expect(printHtml(tree)).toBe("<pre>\n\na</pre><pre>b</pre>");
});
