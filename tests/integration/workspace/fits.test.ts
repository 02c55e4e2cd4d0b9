import { afterAll, beforeAll, expect, test, vi } from "vitest";
import * as exportRoute from "@/app/api/decks/[id]/export/route";
import { parseDeck } from "@/lib/deck";
import { fontsVersion } from "@/lib/themes";
import { getFits } from "@/lib/workspace/fits/get";
import { openHouse, type House } from "@/tests/integration/api/house";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const list = Array.from({ length: 15 }, (_, index) => `- Line ${index + 1}`).join("\n");
const markdown = `# Short\n\n---\n\n## Tall\n\n${list}\n\n---\n\n## From elsewhere\n\n![A picture](https://far.example/a.png)\n`;
const [short, tall, elsewhere] = parseDeck(markdown).slides.map(({ hash }) => hash);

test("a deck that no editor opened is measured by the server's browser, but for pictures of the open web", async () => {
  const { id } = await house.createDeck(await house.guest(), { markdown });
  const fits = await house.runtime.fits.fitsOf(id, { markdown, deck: parseDeck(markdown) }, { diagrams: undefined, waitMs: 60_000 });
  expect(fits.get(short ?? "")).toBe(100);
  expect(fits.get(tall ?? "")).toBeLessThan(100);
  expect(fits.has(elsewhere ?? "")).toBe(false);
  expect(await getFits(house.runtime, id, { theme: "lectern", fontsVersion })).toEqual(fits);
}, 90_000);

test("the same text in another theme is measured anew", async () => {
  const { id } = await house.createDeck(await house.guest(), { markdown });
  const inSignal = `---\ntheme: signal\n---\n\n${markdown}`;
  await house.runtime.fits.fitsOf(id, { markdown: inSignal, deck: parseDeck(inSignal) }, { diagrams: undefined, waitMs: 60_000 });
  expect((await getFits(house.runtime, id, { theme: "signal", fontsVersion })).size).toBe(2);
  expect((await getFits(house.runtime, id, { theme: "lectern", fontsVersion })).size).toBe(0);
}, 90_000);

test("a file says how tight its slides are set before any script of it runs", async () => {
  const ana = await house.guest();
  const { id } = await house.createDeck(ana, { markdown });
  const answer = await house.call(exportRoute.GET, "GET", `/api/decks/${id}/export?format=html`, { as: ana, params: { id } });
  expect(await answer.text()).toMatch(
    /<section[^>]*aria-label="Tall"[^>]*style="[^"]*--fit: ?0\.\d+|<section[^>]*style="[^"]*--fit: ?0\.\d+[^>]*aria-label="Tall"/,
  );
}, 90_000);

test("what another copy of the code has read is measured all the same, as pages and routes have one of their own", async () => {
  const { id } = await house.createDeck(await house.guest(), { markdown });
  vi.resetModules();
  const elsewhereRead = await import("@/lib/deck");
  expect(elsewhereRead.parseDeck).not.toBe(parseDeck);
  const fits = await house.runtime.fits.fitsOf(id, { markdown, deck: elsewhereRead.parseDeck(markdown) }, { diagrams: undefined, waitMs: 60_000 });
  expect(fits.get(tall ?? "")).toBeLessThan(100);
}, 90_000);
