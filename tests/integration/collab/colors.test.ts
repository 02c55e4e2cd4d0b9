import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { userIdSchema, type DeckId, type UserId } from "@/lib/api/ids";
import { openPostgresBus } from "@/lib/bus/postgres";
import type { DeckSource } from "@/lib/collab/client/deck-source";
import { personColor, personColors } from "@/lib/collab/protocol/person-color";
import { log, openCollabHouse, type CollabHouse } from "@/tests/integration/collab/house";
import { eventually } from "@/tests/support/eventually";

let house: CollabHouse;
let other: Awaited<ReturnType<CollabHouse["startAnother"]>>;
const stops: (() => void)[] = [];

beforeAll(async () => {
  house = await openCollabHouse({ openBus: (url) => openPostgresBus({ url, log }) });
  other = await house.startAnother();
});
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  house.clear();
});
afterAll(async () => {
  await other.stop();
  await house.close();
});

/** People who all have the same colour of their own; who comes first here would come last by the alphabet. */
async function makeAlike(count: number): Promise<readonly UserId[]> {
  const ids: UserId[] = [];
  while (ids.length < count) {
    const id = userIdSchema.parse(randomUUID());
    if (personColor(id) === personColors[0]) ids.push(await house.makePerson("edit", id));
  }
  return ids.toSorted((a, b) => (a < b ? 1 : -1));
}

/** A page of theirs, by the other process on request, with all the colours that its person was shown in there. */
async function openPage(deckId: DeckId, userId: UserId, { at }: { readonly at?: number } = {}) {
  const getToken = async () => house.tokenFor(deckId, { userId, ...(at === undefined ? {} : { at }) });
  const source = await house.open(deckId, { userId, getToken });
  const shown = new Set<string>();
  const look = () => {
    for (const { id, color } of source.people.get()) if (id === userId) shown.add(color);
  };
  stops.push(source.people.subscribe(look));
  look();
  return { source, shown };
}

type Page = Awaited<ReturnType<typeof openPage>>;

const colorsAt = ({ people }: DeckSource) => Object.fromEntries(people.get().map(({ id, color }) => [id, color]));

/** All pages agree about these people, and no two of them have the same colour. */
async function agreed(pages: readonly Page[], ids: readonly UserId[]) {
  let colors: Record<string, string> = {};
  await eventually(() => {
    const [first = {}, ...others] = pages.map(({ source }) => colorsAt(source));
    expect(Object.keys(first).toSorted()).toEqual(ids.toSorted());
    expect(new Set(Object.values(first)).size).toBe(ids.length);
    for (const other of others) expect(other).toEqual(first);
    colors = first;
  });
  return colors;
}

test("three people whose own colours are the same are shown in three, in both processes, and each keeps theirs", async () => {
  const deckId = await house.makeDeck("text");
  const [ana, ben, carl] = await makeAlike(3);
  if (ana === undefined || ben === undefined || carl === undefined) throw new Error("nobody is there");
  const pageOfAna = await openPage(deckId, ana);
  const pages = [pageOfAna, await openPage(deckId, ben, { at: other.port })];
  const two = await agreed(pages, [ana, ben]);
  expect(two[ana]).toBe(personColors[0]);
  // Her second page is in the other process, and one of his in this one.
  pages.push(await openPage(deckId, ana, { at: other.port }), await openPage(deckId, carl), await openPage(deckId, carl, { at: other.port }));
  const three = await agreed(pages, [ana, ben, carl]);
  expect(three).toMatchObject(two);
  expect([...pageOfAna.shown]).toEqual([personColors[0]]);
  // Who had to avoid a colour goes on doing so when it is free.
  for (const { source } of [pages[0], pages[2]].flatMap((page) => page ?? [])) source.stop();
  const left = pages.filter((_page, index) => index !== 0 && index !== 2);
  expect(await agreed(left, [ben, carl])).toEqual({ [ben]: three[ben], [carl]: three[carl] });
});

test("whoever connects anew after their server was restarted has the colour from before", async () => {
  const deckId = await house.makeDeck("text");
  const ids = await makeAlike(3);
  const pages: Page[] = [];
  for (const userId of ids) pages.push(await openPage(deckId, userId));
  const before = await agreed(pages, ids);
  for (const { shown } of pages) shown.clear();
  const clocks = () => pages.map(({ source }) => source.awareness.getLocalState()?.["user"].sinceMs);
  const [first] = clocks();
  await house.restart();
  await eventually(() => expect(Math.min(...clocks())).toBeGreaterThan(first));
  expect(await agreed(pages, ids)).toEqual(before);
  for (const [index, { shown }] of pages.entries()) expect([...shown].filter((color) => color !== before[ids[index] ?? ""])).toEqual([]);
});
