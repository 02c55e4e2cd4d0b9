import { expect, test } from "vitest";
import { createDeckCompiler, parseDeck } from "@/lib/deck";
import { deckStyler } from "@/lib/deck/styler";

const counted = (slides: string) => `---\nstyle: "section::after { content: attr(data-marpit-pagination-total) }"\n---\n\n${slides}`;

test("a deck whose style shows how many pages there are knows how many", () => {
  expect(parseDeck(counted("# A\n\n---\n\n# B\n")).css).toBe('.slide[data-paginate]::after{content:var(--pages)}\n.slide{--pages:"2"}');
  expect(parseDeck("<style scoped>\nsection::after { content: attr(data-marpit-pagination-total) }\n</style>\n\n# A\n").css).toBe(
    '.slide{--pages:"1"}',
  );
});

test("pages that are hidden or skipped are none of them", () => {
  const css = parseDeck(counted("# A\n\n---\n\n<!-- _hidden: true -->\n\n---\n\n<!-- _paginate: skip -->\n\n---\n\n# B\n")).css;
  expect(css).toContain('--pages:"2"');
});

test("no other deck has a word of it", () => {
  expect(parseDeck("<style>h1 { color: red }</style>\n\n# A\n").css).toBe(".slide h1{color:red}");
});

test("the number of pages follows what is written", () => {
  const compiler = createDeckCompiler({ styler: deckStyler });
  compiler.update(counted("# A\n"));
  expect(compiler.update(counted("# A\n\n---\n\n# B\n")).deck.css).toContain('--pages:"2"');
});
