import type { Pool } from "pg";
import { nextMark, openClient, type BenchClient } from "@/tests/bench/collab/client";
import { keyGapMs, openPair } from "@/tests/bench/collab/pair";
import { pause, percentile, type Figures } from "@/tests/bench/collab/rounds";
import type { Running } from "@/tests/bench/collab/running";

const edits = 1_600;
/** A server has stored far more rows by then: beside a floor that is still being compiled it would look better than it is. */
const warmUpCommits = 8_000;

/** One writes, one sees it. */
export async function keystrokesIn({ openDoc }: Running): Promise<Figures> {
  const { type, close } = await openPair(await openDoc());
  const times = await timed(type);
  await close();
  return { p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
}

/** Makes commits of one row as fast as they get: once, before the rounds of `durability`. */
export async function warmUpFloor(pool: Pool): Promise<void> {
  for (let index = 0; index < warmUpCommits; index++) await commitRow(pool);
}

/** How long until what one writes, or twenty in one deck, is committed; and how long a commit of one row takes. */
export async function durability({ openDoc }: Running, pool: Pool): Promise<Figures> {
  const { writing } = await openDoc();
  const alone = await openClient(writing);
  await alone.synced;
  const commits = await timed(() => commitRow(pool));
  const acks = await timed(() => acknowledged(alone));
  await alone.close();
  const writers = await Promise.all(Array.from({ length: 20 }, () => openClient(writing)));
  await Promise.all(writers.map(({ synced }) => synced));
  const crowd = await Promise.all(writers.map((writer, index) => typeSteadily(writer, { startMs: index * 5, everyMs: 100, times: 50 })));
  await Promise.all(writers.map((writer) => writer.close()));
  return {
    ack50: percentile(acks, 0.5),
    hot99: percentile(crowd.flat(), 0.99),
    commit50: percentile(commits, 0.5),
    commit99: percentile(commits, 0.99),
  };
}

async function commitRow(pool: Pool): Promise<void> {
  await pool.query("INSERT INTO bench_floor (bytes) VALUES ($1)", [Buffer.alloc(32)]);
}

async function acknowledged(client: BenchClient): Promise<void> {
  client.write(nextMark());
  await client.stored();
}

async function typeSteadily(
  client: BenchClient,
  { startMs, everyMs, times }: { readonly startMs: number; readonly everyMs: number; readonly times: number },
): Promise<readonly number[]> {
  await pause(startMs);
  const acks: Promise<number>[] = [];
  for (let index = 0; index < times; index++) {
    const sinceMs = performance.now();
    acks.push(acknowledged(client).then(() => performance.now() - sinceMs));
    await pause(everyMs);
  }
  return Promise.all(acks);
}

/** Milliseconds of each call. */
async function timed(work: () => Promise<unknown>): Promise<readonly number[]> {
  const times: number[] = [];
  for (let index = 0; index < edits; index++) {
    const sinceMs = performance.now();
    await work();
    times.push(performance.now() - sinceMs);
    await pause(keyGapMs);
  }
  return times;
}
