import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { parseDeck, renderDeck } from "@/lib/deck";
import { highlightersFor } from "@/lib/stage/grammars/highlighters";

// A pair of files a behaviour: what is written, and the HTML it gives. A regression is a new pair.
// `npx vitest run --project unit tests/unit/deck/html.test.ts -u` writes the HTML anew: read the difference.
const folder = "tests/fixtures/deck/html";
const names = readdirSync(folder).filter((name) => name.endsWith(".md"));

test.each(names)("%s", async (name) => {
  const deck = parseDeck(readFileSync(path.join(folder, name), "utf8"));
  const html = renderDeck(deck, { highlighters: await highlightersFor(deck.slides) }).join("\n");
  await expect(`${html}\n`).toMatchFileSnapshot(path.resolve(folder, name.replace(/\.md$/, ".html")));
});
