import type { Pool } from "pg";
import { nextMark, openClient, type BenchClient, type Wire } from "@/tests/bench/collab/client";
import type { Contestant } from "@/tests/bench/collab/contestants";
import { pause, percentile, type Figures } from "@/tests/bench/collab/rounds";

const edits = 800;
/** Servers run for weeks: what a process takes to get going is not what people wait for. */
const warmUp = 2_000;
/**
 * Between two keys: a hundred a second are what ten people type at once. Much faster, and one is measured by what is still
 * being stored of the one before.
 */
const gapMs = 10;
/** While it gets going nothing is measured. */
const warmUpGapMs = 1;
const patienceMs = 20_000;

/** One writes, one sees it, in one process or in two. */
export async function keystrokes(writing: Wire, reading: Wire): Promise<Figures> {
  let seen: (mark: string) => void = () => undefined;
  const [writer, reader] = [await openClient(writing), await openClient(reading, { onMark: (mark) => seen(mark) })];
  await Promise.all([writer.synced, reader.synced]);
  const times = await timed(edits, async () => {
    const mark = nextMark();
    const arrived = new Promise<void>((resolve) => {
      seen = (other) => other === mark && resolve();
    });
    writer.write(mark);
    await withinPatience(arrived);
  });
  await Promise.all([writer.close(), reader.close()]);
  return { p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
}

export async function keystrokesIn(contestant: Contestant): Promise<Figures> {
  const server = await contestant.start();
  const wire = contestant.wire(server.port, await contestant.makeDoc());
  const figures = await keystrokes(wire, wire);
  await server.stop();
  return figures;
}

/** How long until what one writes, or twenty in one deck, is committed; and how long a commit of one row takes. */
export async function durability(contestant: Contestant, pool: Pool): Promise<Figures> {
  const server = await contestant.start();
  const wire = contestant.wire(server.port, await contestant.makeDoc());
  const alone = await openClient(wire);
  await alone.synced;
  const commits = await timed(edits, () => pool.query("INSERT INTO bench_floor (bytes) VALUES ($1)", [Buffer.alloc(32)]));
  const acks = await timed(edits, () => acknowledged(alone));
  await alone.close();
  const writers = await Promise.all(Array.from({ length: 20 }, () => openClient(wire)));
  await Promise.all(writers.map(({ synced }) => synced));
  const crowd = await Promise.all(writers.map((writer, index) => typeSteadily(writer, { startMs: index * 5, everyMs: 100, times: 50 })));
  await Promise.all(writers.map((writer) => writer.close()));
  await server.stop();
  const [hot, commit] = [crowd.flat(), { p50: percentile(commits, 0.5), p99: percentile(commits, 0.99) }];
  return { ack50: percentile(acks, 0.5), hot99: percentile(hot, 0.99), commit50: commit.p50, commit99: commit.p99 };
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

/** Milliseconds of each call, after some to warm up. */
async function timed(count: number, work: () => Promise<unknown>): Promise<readonly number[]> {
  const times: number[] = [];
  for (let index = -warmUp; index < count; index++) {
    const sinceMs = performance.now();
    await work();
    if (index >= 0) times.push(performance.now() - sinceMs);
    await pause(index < 0 ? warmUpGapMs : gapMs);
  }
  return times;
}
