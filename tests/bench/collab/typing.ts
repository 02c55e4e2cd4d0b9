import type { Pool } from "pg";
import { nextMark, openClient, type BenchClient, type Wire } from "@/tests/bench/collab/client";
import type { Contestant } from "@/tests/bench/collab/contestants";
import { pause, percentile, type Figures } from "@/tests/bench/collab/rounds";

const edits = 800;
/**
 * Servers run for weeks: what a process takes to get going is not what people wait for. After 2,000 keys two thirds of a
 * server's time still went into code that was not compiled yet.
 */
const warmUpKeys = 8_000;
/**
 * Between two keys: a hundred a second are what ten people type at once. Much faster, and one is measured by what is still
 * being stored of the one before.
 */
const gapMs = 10;
const patienceMs = 20_000;

/** One writes, one sees it, in one process or in two. */
export async function keystrokes(writing: Wire, reading: Wire): Promise<Figures> {
  const { type, close } = await openPair(writing, reading);
  const times = await timed(type);
  await close();
  return { p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
}

/** One writes, one sees it, one key after the other in a deck of their own, until the servers have compiled what they run. */
export async function warmUp(contestant: Contestant, writingPort: number, readingPort = writingPort): Promise<void> {
  const doc = await contestant.makeDoc();
  const { type, close } = await openPair(contestant.wire(writingPort, doc), contestant.wire(readingPort, doc));
  for (let index = 0; index < warmUpKeys; index++) await type();
  await close();
}

/** Two in one deck; `type` resolves when the other has seen it. */
async function openPair(writing: Wire, reading: Wire): Promise<{ readonly type: () => Promise<void>; readonly close: () => Promise<void> }> {
  let seen: (mark: string) => void = () => undefined;
  const [writer, reader] = [await openClient(writing), await openClient(reading, { onMark: (mark) => seen(mark) })];
  await Promise.all([writer.synced, reader.synced]);
  return {
    type: () => {
      const mark = nextMark();
      const arrived = new Promise<void>((resolve) => {
        seen = (other) => other === mark && resolve();
      });
      writer.write(mark);
      return withinPatience(arrived);
    },
    close: async () => void (await Promise.all([writer.close(), reader.close()])),
  };
}

export async function keystrokesIn(contestant: Contestant): Promise<Figures> {
  const server = await contestant.start();
  await warmUp(contestant, server.port);
  const wire = contestant.wire(server.port, await contestant.makeDoc());
  const figures = await keystrokes(wire, wire);
  await server.stop();
  return figures;
}

/** How long until what one writes, or twenty in one deck, is committed; and how long a commit of one row takes. */
export async function durability(contestant: Contestant, pool: Pool): Promise<Figures> {
  const server = await contestant.start();
  const wire = contestant.wire(server.port, await contestant.makeDoc());
  const commit = () => pool.query("INSERT INTO bench_floor (bytes) VALUES ($1)", [Buffer.alloc(32)]);
  for (let index = 0; index < warmUpKeys; index++) await commit();
  await warmUp(contestant, server.port);
  const alone = await openClient(wire);
  await alone.synced;
  const commits = await timed(commit);
  const acks = await timed(() => acknowledged(alone));
  await alone.close();
  const writers = await Promise.all(Array.from({ length: 20 }, () => openClient(wire)));
  await Promise.all(writers.map(({ synced }) => synced));
  const crowd = await Promise.all(writers.map((writer, index) => typeSteadily(writer, { startMs: index * 5, everyMs: 100, times: 50 })));
  await Promise.all(writers.map((writer) => writer.close()));
  await server.stop();
  return {
    ack50: percentile(acks, 0.5),
    hot99: percentile(crowd.flat(), 0.99),
    commit50: percentile(commits, 0.5),
    commit99: percentile(commits, 0.99),
  };
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

/** What is lost on its way would be waited for for ever. */
async function withinPatience(arrival: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("what was written did not arrive")), patienceMs);
  });
  await Promise.race([arrival, late]).finally(() => clearTimeout(timer));
}

/** Milliseconds of each call. */
async function timed(work: () => Promise<unknown>): Promise<readonly number[]> {
  const times: number[] = [];
  for (let index = 0; index < edits; index++) {
    const sinceMs = performance.now();
    await work();
    times.push(performance.now() - sinceMs);
    await pause(gapMs);
  }
  return times;
}
