import { nextMark, openClient, type BenchClient } from "@/tests/bench/collab/client";
import type { Contestant } from "@/tests/bench/collab/contestants";
import { pause, percentile, type Figures } from "@/tests/bench/collab/rounds";
import type { Running } from "@/tests/bench/collab/running";

/** So long that a machine which stands still for a moment is not all that the slowest hundredth says. */
const workshop = { writers: 40, observers: 60, everyMs: 300, warmUpMs: 4_000, ms: 12_000 } as const;

/** A workshop: forty write and move their carets, sixty look on. What it takes of a core, and when the last see it. */
export async function workshopIn({ openDoc, usage }: Running): Promise<Figures> {
  const { writing: wire } = await openDoc();
  const sent = new Map<string, number>();
  const delays: number[] = [];
  const onMark = (mark: string) => {
    const sinceMs = sent.get(mark);
    if (sinceMs !== undefined) delays.push(performance.now() - sinceMs);
  };
  const observers = await openMany(workshop.observers, () => openClient(wire, { onMark }));
  const writers = await openMany(workshop.writers, () => openClient(wire));
  const everybodyWrites = async (ms: number) => {
    const sinceMs = performance.now();
    await Promise.all(
      writers.map(async (writer, index) => {
        await pause((index * workshop.everyMs) / workshop.writers);
        while (performance.now() - sinceMs < ms) {
          const mark = nextMark();
          sent.set(mark, performance.now());
          writer.write(mark);
          writer.sendCaret();
          await pause(workshop.everyMs);
        }
      }),
    );
    return performance.now() - sinceMs;
  };
  await everybodyWrites(workshop.warmUpMs);
  delays.length = 0;
  const before = await usage();
  const tookMs = await everybodyWrites(workshop.ms);
  const { cpuMs } = await usage();
  await closeAll([...observers, ...writers]);
  return { core: (cpuMs - before.cpuMs) / tookMs, p50: percentile(delays, 0.5), p99: percentile(delays, 0.99) };
}

const flood = 10_000;
/** Then a log is compacted, and what stands beside it derived. */
const quietMs = 3_000;

/** One writes as fast as it can. How long until another has seen all of it, and what else is due waits for meanwhile and after. */
export async function floodIn(contestant: Contestant): Promise<Figures> {
  const server = await contestant.start();
  const wire = contestant.wire(server.port, await contestant.makeDoc());
  let seen = 0;
  let onAll: () => void = () => undefined;
  const all = new Promise<void>((resolve) => {
    onAll = resolve;
  });
  const [writer, reader] = [await openClient(wire), await openClient(wire, { onMark: () => ++seen === flood && onAll() })];
  await Promise.all([writer.synced, reader.synced]);
  server.watchLoop();
  const sinceMs = performance.now();
  for (let index = 0; index < flood; index++) {
    writer.write(nextMark());
    if (index % 100 === 99) await new Promise((resolve) => setImmediate(resolve));
  }
  await all;
  const ms = performance.now() - sinceMs;
  const { loopP99Ms: loopMs = Number.NaN } = await server.usage();
  server.watchLoop();
  await pause(quietMs);
  const { loopP99Ms: quietLoopMs = Number.NaN } = await server.usage();
  await closeAll([writer, reader]);
  await server.stop();
  return { ms, loopMs, quietLoopMs };
}

const joiners = 200;
const megabyte = "0123456789 abcdefghijklmnopqrstuvwxyz\n".repeat(26_300);

/** Two hundred open a deck of a megabyte at once, which somebody has open already. */
export async function joinIn(contestant: Contestant): Promise<Figures> {
  const server = await contestant.start();
  const wire = contestant.wire(server.port, await contestant.makeDoc());
  const first = await openClient(wire);
  await first.synced;
  first.write(megabyte);
  // The server has it once it gives it to somebody.
  for (let bytes = 0; bytes < megabyte.length;) {
    const look = await openClient(wire);
    bytes = await look.synced;
    await look.close();
  }
  await first.close();
  const sinceMs = performance.now();
  const clients = await openMany(joiners, () => openClient(wire));
  const ms = performance.now() - sinceMs;
  await closeAll(clients);
  await server.stop();
  return { ms };
}

async function openMany(count: number, open: () => Promise<BenchClient>): Promise<readonly BenchClient[]> {
  const clients = await Promise.all(Array.from({ length: count }, open));
  await Promise.all(clients.map(({ synced }) => synced));
  return clients;
}

async function closeAll(clients: readonly BenchClient[]): Promise<void> {
  await Promise.all(clients.map((client) => client.close()));
}
