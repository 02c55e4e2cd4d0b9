import { randomBytes } from "node:crypto";
import pg from "pg";
import { z } from "zod";
import { deckListSchema } from "@/lib/api/decks";
import { searchResultSchema } from "@/lib/api/search";
import { longHistory } from "@/tests/bench/long-history";
import type { Ratio } from "@/tests/bench/report";
import { roleMatrixCells } from "@/tests/bench/role-matrix";
import { visit } from "@/tests/bench/visitor";
import { seedLibrary } from "@/tests/support/seed-library";

const counts = { decks: 10_000, people: 100, teams: 10 } as const;
/** People who ask, in turn; the others are there. */
const askers = 10;
/** Of each measurement; as many again warm up. */
const rounds = 120;

export interface TeamBenchOptions {
  readonly url: string;
  readonly databaseUrl: string;
}

/** Somebody signed in, who gets what they ask for or a failure. */
type Ask = (path: string, init?: RequestInit) => Promise<Response>;

/** What a team with 10,000 decks waits for, against the bare SELECT of the same rows over a connection of the same kind. */
export async function* benchTeam({ url, databaseUrl }: TeamBenchOptions): AsyncGenerator<readonly Ratio[]> {
  const pool = new pg.Pool({ connectionString: databaseUrl });
  const people = await Promise.all(Array.from({ length: askers }, () => enter(url)));
  await seedLibrary(pool, { ...counts, known: people.map(({ id }) => id) });
  const asks = people.map(({ ask }) => ask);
  console.log(
    `  ${counts.decks} decks, ${counts.people} people in ${counts.teams} teams; 95th percentiles of ${rounds} requests one after the other`,
  );
  yield await lists(asks, pool);
  yield await decks(asks, pool);
  yield await searches(asks, pool);
  yield [await uploads(first(asks), pool)];
  yield await longHistory({ ask: first(asks), pool, p95 });
  await pool.end();
  console.log(`  the role matrix: ${await roleMatrixCells(databaseUrl)} cells, each as expected, and nobody was sent what is not theirs`);
}

async function lists(asks: readonly Ask[], pool: pg.Pool): Promise<readonly Ratio[]> {
  const ratios: Ratio[] = [];
  for (const query of ["", "?sort=name", "?show=recent", "?show=trash"]) {
    const { decks: listed } = deckListSchema.parse(await (await first(asks)(`/api/decks${query}`)).json());
    const floor = await p95(() => pool.query(rowsSql, [listed.map(({ id }) => id)]));
    const measured = await p95((round) => read(pick(asks, round)(`/api/decks${query}`)));
    ratios.push({ what: `a page of 48 decks, ${query || "all"}, p95`, measured, floor, unit: "ms", against: "SELECT of these rows, p95" });
  }
  const measured = await p95((round) => read(pick(asks, round)("/decks")));
  const floor = ratios[0]?.floor ?? Number.NaN;
  return [...ratios, { what: "the dashboard's page, p95", measured, floor, unit: "ms", against: "SELECT of these rows, p95" }];
}

async function decks(asks: readonly Ask[], pool: pg.Pool): Promise<readonly Ratio[]> {
  const { decks: listed } = deckListSchema.parse(await (await first(asks)("/api/decks")).json());
  const ids = listed.map(({ id }) => id);
  const floor = await p95((round) => pool.query(rowsSql, [[pick(ids, round)]]));
  const line = { floor, unit: "ms", against: "SELECT of its row, p95" } as const;
  return [
    { what: "one deck's data, p95", measured: await p95((round) => read(first(asks)(`/api/decks/${pick(ids, round)}`))), ...line },
    { what: "a deck's page, p95", measured: await p95((round) => read(first(asks)(`/decks/${pick(ids, round)}`))), ...line },
  ];
}

async function searches(asks: readonly Ask[], pool: pg.Pool): Promise<readonly Ratio[]> {
  const ratios: Ratio[] = [];
  for (const [what, q] of [
    ["a rare word", "matter77"],
    ["two beginnings", "matter7 prot"],
    ["a word on every slide", "protocol"],
  ] as const) {
    const path = `/api/search?q=${encodeURIComponent(q)}`;
    const { decks: found } = searchResultSchema.parse(await (await first(asks)(path)).json());
    const floor = await p95(() => pool.query(slidesSql, [found.map(({ deck }) => deck.id)]));
    const measured = await p95((round) => read(pick(asks, round)(path)));
    ratios.push({ what: `search for ${what}, p95`, measured, floor, unit: "ms", against: "SELECT of what was found, p95" });
  }
  return ratios;
}

/** Twenty pictures of 200 kB at once, as when a folder is dropped. */
async function uploads(ask: Ask, pool: pg.Pool): Promise<Ratio> {
  const pictures = () => Array.from({ length: 20 }, () => gif(200_000));
  const [deckId, floorId] = [await newDeck(ask), await newDeck(ask)];
  const upload = (bytes: Uint8Array<ArrayBuffer>, index: number) =>
    read(ask(`/api/decks/${deckId}/files`, { method: "POST", body: bytes, headers: { "x-file-name": `${index}.gif`, "content-type": "image/gif" } }));
  const insert = (bytes: Uint8Array) =>
    pool.query("INSERT INTO deck_blob (deck_id, sha256, bytes) VALUES ($1, $2, $3)", [floorId, randomBytes(32).toString("hex"), Buffer.from(bytes)]);
  await Promise.all(pictures().map(upload));
  const measured = await timed(() => Promise.all(pictures().map(upload)));
  await Promise.all(pictures().map(insert));
  const floor = await timed(() => Promise.all(pictures().map(insert)));
  return { what: "20 pictures of 200 kB at once, all there", measured, floor, unit: "ms", against: "INSERT of their bytes" };
}

const rowsSql = `
  SELECT d.*, t.title, t.cover_html, t.cover_theme, t.cover_scheme, t.cover_aspect_ratio, t.slides, t.words
    FROM deck d JOIN deck_text t ON t.deck_id = d.id WHERE d.id = ANY($1::uuid[])`;

const slidesSql = `
  SELECT d.*, t.cover_html, s.title, s.body FROM deck d JOIN deck_text t ON t.deck_id = d.id JOIN searched_slide s ON s.deck_id = d.id
   WHERE d.id = ANY($1::uuid[]) AND s.position < 3`;

const idSchema = z.object({ id: z.uuid() });

async function enter(url: string): Promise<{ readonly id: string; readonly ask: Ask }> {
  const { cookie } = await visit(url);
  const ask: Ask = async (path, init = {}) => {
    const response = await fetch(`${url}${path}`, { ...init, headers: { ...Object.fromEntries(new Headers(init.headers)), cookie } });
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return response;
  };
  return { id: idSchema.parse(await (await ask("/api/me")).json()).id, ask };
}

async function newDeck(ask: Ask): Promise<string> {
  const answer = await ask("/api/decks", { method: "POST", body: "{}", headers: { "content-type": "application/json" } });
  return idSchema.parse(await answer.json()).id;
}

/** A GIF of this many bytes, of one colour and a long comment's worth of pixels that differ. */
function gif(bytes: number): Uint8Array<ArrayBuffer> {
  const blocks: Uint8Array[] = [];
  for (let left = bytes; left > 0; left -= 256) blocks.push(Buffer.from([255]), randomBytes(255));
  const head = Buffer.from("474946383961010001008000000000000000002c00000000010001000002", "hex");
  return new Uint8Array(Buffer.concat([head, ...blocks, Buffer.from([0, 0x3b])]));
}

/** The 95th percentile of many runs, in milliseconds. */
async function p95(work: (round: number) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 2 * rounds; round += 1) {
    const ms = await timed(() => work(round));
    if (round >= rounds) times.push(ms);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function read(answer: Promise<Response>): Promise<unknown> {
  return (await answer).arrayBuffer();
}

function pick<T>(all: readonly T[], round: number): T {
  const one = all[round % all.length];
  if (one === undefined) throw new Error("There is nothing to choose from.");
  return one;
}

function first<T>(all: readonly T[]): T {
  return pick(all, 0);
}
