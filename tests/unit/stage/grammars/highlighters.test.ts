import { expect, test } from "vitest";
import { parseDeck, renderDeck } from "@/lib/deck";
import { grammarNames } from "@/lib/deck/decorate/grammars";
import { highlightersFor, loadHighlighter } from "@/lib/stage/grammars/highlighters";

test("every language can be loaded and escapes what it colours", async () => {
  const colored = await Promise.all(grammarNames.map(async (name) => (await loadHighlighter(name))("<img> & x\n")));
  expect(colored.filter((html) => html.replace(/<\/?span[^>]*>/g, "") !== "&lt;img&gt; &amp; x\n")).toEqual([]);
});

test("a language inside another is coloured too", async () => {
  const erb = await loadHighlighter("erb");
  expect(erb("<p><% if x %>")).toMatch(/hljs-name[\s\S]*hljs-keyword/);
});

test("a deck's slides are coloured in all their languages", async () => {
  const deck = parseDeck("```kt\nval a = 1\n```\n\n---\n\n```rust\nfn main() {}\n```");
  const html = renderDeck(deck, { highlighters: await highlightersFor(deck.slides) });
  expect(html.map((slide) => slide.includes('<span class="hljs-keyword">'))).toEqual([true, true]);
});
