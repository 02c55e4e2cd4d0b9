import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openHouse, type House } from "@/tests/integration/api/house";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

test("covers of decks that say no scheme come to have their theme's own without an edit", async () => {
  const ana = await house.guest();
  const texts = [
    "# Silent",
    "---\ncolorScheme: auto\n---\n\n# Says so",
    '---\n"colorScheme": "auto"\n---\n\n# Says so in quotes',
    "---\ncolorScheme: dark\n---\n\n# Dark",
  ];
  const decks: string[] = [];
  for (const markdown of texts) decks.push((await house.createDeck(ana, { markdown })).id);
  // As it was derived when a deck without a scheme followed the reader's device.
  await house.pool.query("UPDATE deck_text SET cover_scheme = 'auto' WHERE deck_id = $1", [decks[0]]);
  await house.pool.query(await readFile("prisma/migrations/20261129070000_cover_schemes/migration.sql", "utf8"));
  const { rows } = await house.pool.query<{ cover_scheme: string }>(
    "SELECT cover_scheme FROM unnest($1::uuid[]) WITH ORDINALITY AS d (id, place) JOIN deck_text t ON t.deck_id = d.id ORDER BY place",
    [decks],
  );
  expect(rows.map((row) => row.cover_scheme)).toEqual(["theme", "auto", "auto", "dark"]);
});
