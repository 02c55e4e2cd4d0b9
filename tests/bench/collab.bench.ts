import { fork } from "node:child_process";
import { once } from "node:events";
import pg from "pg";
import { WebSocket } from "ws";
import { connectDeck } from "@/lib/collab/client/connect-deck";
import type { DeckSource } from "@/lib/collab/client/deck-source";
import { median, type Ratio } from "@/tests/bench/report";
import { visit } from "@/tests/bench/visitor";

const rounds = 300;

export interface ProductUnderBench {
  readonly url: string;
  readonly databaseUrl: string;
}

/** What co-authors wait for, against the least that any server has to do. */
export async function benchCollab({ url, databaseUrl }: ProductUnderBench): Promise<readonly Ratio[]> {
  Object.assign(globalThis, { WebSocket });
  const visitor = await visit(url);
  const deckId = await visitor.createDeck("# Bench\n");
  const open = () => connectDeck({ deckId, getToken: () => visitor.collabToken(deckId), person: { name: "Bench", color: "red" } });
  const [ana, ben] = [open(), open()];
  await Promise.all([until(ana, () => ana.saveState.state === "saved"), until(ben, () => ben.saveState.state === "saved")]);
  const coauthor = await measure(rounds, () => keystroke(ana, ben));
  const ack = await measure(rounds, () => durable(ana));
  ana.stop();
  ben.stop();
  return [
    { what: "keystroke to co-author", measured: coauthor, against: "bare ws relay, same bytes", floor: await measureRelay(), unit: "ms" },
    { what: "keystroke to Saved (committed)", measured: ack, against: "bare one-row commit", floor: await measureCommit(databaseUrl), unit: "ms" },
  ];
}

function keystroke(from: DeckSource, to: DeckSource): Promise<void> {
  return new Promise((resolve) => {
    const seen = () => {
      to.text.unobserve(seen);
      resolve();
    };
    to.text.observe(seen);
    from.text.insert(from.text.length, "x");
  });
}

async function durable(source: DeckSource): Promise<void> {
  source.text.insert(source.text.length, "y");
  await until(source, () => source.saveState.state === "saved");
}

function until(source: DeckSource, condition: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const stop = source.subscribe(look);
    function look() {
      if (!condition()) return;
      stop();
      resolve();
    }
    look();
  });
}

/** A message of an edit's size through a process that hands it on. */
async function measureRelay(): Promise<number> {
  const relay = fork("tests/bench/relay.mjs", { stdio: "inherit" });
  const [port]: unknown[] = await once(relay, "message");
  const [from, to] = [new WebSocket(`ws://127.0.0.1:${String(port)}`), new WebSocket(`ws://127.0.0.1:${String(port)}`)];
  await Promise.all([once(from, "open"), once(to, "open")]);
  const bytes = Buffer.alloc(32);
  const time = await measure(rounds, async () => {
    from.send(bytes);
    await once(to, "message");
  });
  from.close();
  to.close();
  relay.kill();
  return time;
}

async function measureCommit(databaseUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query("CREATE TABLE bench_floor (id bigserial PRIMARY KEY, bytes bytea NOT NULL)");
  const bytes = Buffer.alloc(32);
  const time = await measure(rounds, () => client.query("INSERT INTO bench_floor (bytes) VALUES ($1)", [bytes]));
  await client.query("DROP TABLE bench_floor");
  await client.end();
  return time;
}

async function measure(count: number, work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 2 * count; round++) {
    const start = performance.now();
    await work();
    if (round >= count) times.push(performance.now() - start);
  }
  return median(times);
}
