import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { collabTokenSchema } from "@/lib/api/collab-token";
import { operationGroups } from "@/lib/api/openapi/operations";
import { stranger, type Actor } from "@/tests/integration/api/house";
import { serveHouse } from "@/tests/integration/api/served-house";
import { deckRows } from "@/tests/integration/rights/deck-rows";
import { findListenerAnswers, findPages, findRoutes } from "@/tests/integration/rights/file-tree";
import { frameNames, knockWith } from "@/tests/integration/rights/knock";
import { doorRows, teamRows } from "@/tests/integration/rights/other-rows";
import { deckPageRows, doorPageRows, frameRows, listenerRows, teamPageRows } from "@/tests/integration/rights/page-rows";
import type { Cell, Row } from "@/tests/integration/rights/row";
import { canaries, doors, openScene, standings, teamStandings, type Column, type Scene } from "@/tests/integration/rights/scene";

// Every call, page and frame × everybody who may ask. A new address needs a row: CONTRIBUTING.md says how.

/** Whose cookies the pages of Next see. */
let reader: Actor = stranger();
vi.mock("next/headers", () => ({
  headers: async () => new Headers(reader.cookie ? { cookie: reader.cookie } : {}),
  cookies: async () => new Map(),
}));

let scene: Scene;
let routes: Awaited<ReturnType<typeof findRoutes>>;
let pages: Awaited<ReturnType<typeof findPages>>;
let served: Awaited<ReturnType<typeof serveHouse>>;
let cells = 0;
beforeAll(async () => {
  scene = await openScene();
  [routes, pages, served] = [await findRoutes(), await findPages(), await serveHouse(scene.house)];
}, 120_000);
afterAll(async () => {
  console.info(`The role matrix has ${cells} cells.`);
  served.close();
  await scene.house.close();
});

/** What came of a cell: a word to compare, and everything that was sent to whoever asked. */
interface Outcome {
  readonly word: string;
  readonly sent: string;
}

/** Goes through a row's cells, puts down what differs from what is expected, and what was sent to whom it must not be. */
async function walk<As extends string>(
  row: Row,
  {
    columns,
    order,
    ask,
    deck,
  }: {
    readonly columns: readonly Column<As>[];
    readonly order: readonly As[];
    readonly ask: (cell: Cell) => Promise<Outcome>;
    readonly deck?: Cell["deck"];
  },
): Promise<readonly string[]> {
  const wrong: string[] = [];
  const answers = row.answers.split(" ");
  scene.house.moveAddress();
  for (const { who, as, actor } of columns) {
    const expected = answers[order.indexOf(as)] ?? "no answer in the row";
    if (expected === "skip") continue;
    cells += 1;
    const cell: Cell = { scene, actor, deck: deck ?? scene.own };
    const { word, sent } = await ask(cell);
    const isRight = expected.endsWith("x") ? word.startsWith(expected.slice(0, -1)) : word === expected;
    if (!isRight) wrong.push(`${who}: ${word} instead of ${expected} ${sent.slice(0, 200)}`);
    if (deck) wrong.push(...leaksIn(sent, as).map((canary) => `${who}: was sent ${canary}`));
    await row.after?.(cell);
  }
  return wrong;
}

/** Who is nothing to a deck may meet no word of it, who only views it neither notes nor links. */
function leaksIn(sent: string, as: string): readonly string[] {
  const hidden = as === "nothing" || as === "signed out" ? Object.values(canaries) : as === "view" ? [canaries.text, canaries.link] : [];
  return hidden.filter((canary) => sent.includes(canary));
}

const nameOf = ({ route, what }: Row) => (what === undefined ? route : `${route} ${what}`);
const named = (rows: readonly Row[]) => rows.map((row) => [nameOf(row), row] as const);

/** `id` is of the deck or team in whose name is asked; what the address names below it is of the cell's. */
async function call(row: Row, cell: Cell, id: string): Promise<Outcome> {
  const handler = routes.get(row.route);
  if (!handler) throw new Error(`There is no address ${row.route} any more.`);
  const { params, query, ...made } = (await row.call?.(cell)) ?? {};
  const [method = "GET", address = ""] = row.route.split(" ");
  const path = `${address}${query === undefined ? "" : `?${query}`}`;
  const response = await scene.house.call(handler, method, path, { as: { ...cell.actor }, params: { id, ...params }, ...made });
  return outcomeOf(response);
}

async function outcomeOf(response: Response): Promise<Outcome> {
  const word = String(response.status);
  if (response.headers.get("content-type")?.startsWith("text/event-stream")) {
    await response.body?.cancel();
    return { word, sent: "" };
  }
  return { word, sent: await response.text() };
}

const onDecks = (ask: (row: Row, cell: Cell) => Promise<Outcome>) => async (row: Row) => [
  ...(await walk(row, { columns: scene.ownColumns, order: standings, ask: (cell) => ask(row, cell), deck: scene.own })),
  ...(await walk(row, { columns: scene.teamDeckColumns, order: standings, ask: (cell) => ask(row, cell), deck: scene.teams })),
];

describe("calls", () => {
  test("every call of the file tree is in the API's document, and nothing else is", () => {
    // Accounts are better-auth's own, and the document needs no word on itself, nor on addresses that there are none of.
    const isBeside = (route: string) => /^\w+ \/api\/(?:auth\/\[\.\.\.all\]|openapi\.json|\[\.\.\.rest\])$/.test(route);
    const told = operationGroups.flatMap(({ operations }) => Object.keys(operations));
    expect(told.toSorted()).toEqual([...routes.keys()].filter((route) => !isBeside(route)).toSorted());
  });

  test("every call of the file tree has its row", () => {
    const inTable = new Set([...deckRows, ...teamRows, ...doorRows].map(({ route }) => route));
    expect([...routes.keys()].filter((route) => !inTable.has(route))).toEqual([]);
  });

  test.each(named(deckRows))("%s", async (_name, row) => {
    expect(await onDecks((asked, cell) => call(asked, cell, cell.deck.id))(row)).toEqual([]);
  });

  test.each(named(teamRows))("%s", async (_name, row) => {
    expect(await walk(row, { columns: scene.teamColumns, order: teamStandings, ask: (cell) => call(row, cell, scene.teamId) })).toEqual([]);
  });

  // A drawing's address is one that whoever keeps it makes up, and a phone is its owner's, in whatever talk.
  const belowDecks = deckRows.filter(({ route }) => /\[id\]\/.*\[/.test(route) && !/\[(?:hash|phoneId)\]/.test(route));
  test.each(named(belowDecks))("%s: what is of another deck is not there", async (_name, row) => {
    const columns = scene.teamDeckColumns.filter(({ as }) => as === "owner");
    const asked = { ...row, answers: "404" };
    expect(await walk(asked, { columns, order: ["owner"], ask: (cell) => call(row, cell, scene.teams.id) })).toEqual([]);
  });

  test.each(named(teamRows.filter(({ route }) => /\[id\]\/.*\[/.test(route))))("%s: what is of another team is not there", async (_name, row) => {
    const columns = [{ who: "owner of another team", as: "owner" as const, actor: scene.own.owner }];
    const asked = { ...row, answers: "404" };
    expect(await walk(asked, { columns, order: ["owner"], ask: (cell) => call(row, cell, scene.otherTeamId) })).toEqual([]);
  });

  test.each(named(doorRows))("%s", async (_name, row) => {
    expect(await walk(row, { columns: scene.doorColumns, order: doors, ask: (cell) => call(row, cell, "") })).toEqual([]);
  });
});

describe("pages", () => {
  test("every page of the file tree has its row", () => {
    const inTable = new Set([...deckPageRows, ...teamPageRows, ...doorPageRows].map(({ route }) => route));
    expect([...pages.keys()].filter((route) => !inTable.has(route))).toEqual([]);
  });

  test.each(named(deckPageRows))("%s", async (_name, row) => {
    expect(await onDecks((asked, cell) => draw(asked, cell, { id: cell.deck.id }))(row)).toEqual([]);
  });

  test.each(named(teamPageRows))("%s", async (_name, row) => {
    expect(await walk(row, { columns: scene.teamColumns, order: teamStandings, ask: (cell) => draw(row, cell, {}) })).toEqual([]);
  });

  test.each(named(doorPageRows))("%s", async (_name, row) => {
    expect(await walk(row, { columns: scene.doorColumns, order: doors, ask: (cell) => draw(row, cell, {}) })).toEqual([]);
  });
});

/** Draws a page for somebody: what it hands to its components is what goes to the browser. */
async function draw(row: Row, cell: Cell, params: Readonly<Record<string, string>>): Promise<Outcome> {
  const page = pages.get(row.route);
  if (!page) throw new Error(`There is no page ${row.route} any more.`);
  reader = cell.actor;
  try {
    const made = await row.call?.(cell);
    const drawn = await page({ params: Promise.resolve({ ...params, ...made?.params }), searchParams: Promise.resolve({}) });
    const sent = JSON.stringify(drawn) ?? "";
    return { word: cell.deck && row.route === "/decks/[id]" ? (sent.includes('"markdown"') ? "editor" : "slides") : "page", sent };
  } catch (error) {
    const digest = error instanceof Error && "digest" in error ? String(error.digest) : undefined;
    if (digest === undefined) throw error;
    const [kind, , target = ""] = digest.split(";");
    if (kind !== "NEXT_REDIRECT") return { word: "missing", sent: "" };
    return { word: target.startsWith("/login") ? "login" : "elsewhere", sent: "" };
  }
}

describe("what needs no Next", () => {
  test("every answer of the listener has its row", () => {
    const inTable = new Set(listenerRows.map(({ route }) => route.split(" ")[1]));
    expect([...findListenerAnswers()].filter((name) => !inTable.has(name))).toEqual([]);
  });

  test.each(named(listenerRows))("%s", async (_name, row) => {
    const isPublic = !row.answers.includes("404 ") || row.answers.startsWith("404");
    const wrong = await onDecks(async (asked, cell) => {
      const { query = "", body } = (await asked.call?.(cell)) ?? {};
      const outcome = await outcomeOf(
        await fetch(`${served.origin}${query}`, {
          method: asked.route.split(" ")[0] ?? "GET",
          redirect: "manual",
          headers: { cookie: cell.actor.cookie },
          ...(body === undefined ? {} : { body }),
        }),
      );
      // What is published is for everybody: its slides are no leak, its notes are.
      return isPublic ? { ...outcome, sent: outcome.sent.replaceAll(canaries.slides, "") } : outcome;
    })(row);
    expect(wrong).toEqual([]);
  });
});

describe("frames on the socket", () => {
  test("every frame there is has its row", () => {
    const inTable = new Set(frameRows.map(({ route }) => route));
    expect([...frameNames].filter((name) => !inTable.has(name))).toEqual([]);
  });

  test.each(named(frameRows))("%s", async (_name, row) => {
    const knock = async ({ route }: Row, { actor, deck }: Cell) =>
      knockWith(route, { scene, origin: served.origin, deck, token: await tokenFor(actor, deck.id), ownToken: await tokenFor(deck.owner, deck.id) });
    expect(await onDecks(knock)(row)).toEqual([]);
  });
});

/** The token that the server gives; who gets none tries with one that is not the server's. */
async function tokenFor(actor: Actor, deckId: string): Promise<string> {
  const handler = routes.get("GET /api/decks/[id]/collab-token");
  if (!handler) throw new Error("There are no tokens any more.");
  const answer = collabTokenSchema.safeParse(await (await scene.house.call(handler, "GET", "", { as: { ...actor }, params: { id: deckId } })).json());
  return answer.success ? answer.data.token : "forged.token";
}
