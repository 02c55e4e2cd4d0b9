import type { Contestant } from "@/tests/bench/collab/contestants";
import { openPair, type Wires } from "@/tests/bench/collab/pair";
import { pause } from "@/tests/bench/collab/rounds";
import type { BenchServer } from "@/tests/bench/collab/servers";

/** A contestant whose servers run and have compiled what they run. */
export interface Running {
  readonly name: string;
  /** Makes a document; who writes in it and who reads it are in two processes where there are two. */
  readonly openDoc: () => Promise<Wires>;
  /** Of the process that is written to. */
  readonly usage: BenchServer["usage"];
  readonly stop: () => Promise<void>;
}

/**
 * Servers run for weeks: what a process takes to get going is not what people wait for. The engine compiles what runs
 * often while it runs, and takes the core from what it serves meanwhile: after 8,000 keys that still made more than half
 * of the slow ones. Rows are as they are while people type, one for each key.
 */
const warmUp = { decks: 4, keysInEach: 16_000, gapMs: 2 } as const;

/** Starts one in so many processes and warms it up; nothing else is to be measured meanwhile. */
export async function startWarm({ name, start, makeDoc, wire }: Contestant, { processes = 1 } = {}): Promise<Running> {
  const first = await start();
  const servers = [first];
  while (servers.length < processes) servers.push(await start());
  const last = servers.at(-1) ?? first;
  const openDoc = async () => {
    const doc = await makeDoc();
    return { writing: wire(first.port, doc), reading: wire(last.port, doc) };
  };
  await Promise.all(Array.from({ length: warmUp.decks }, async () => typeInto(await openDoc())));
  return { name, openDoc, usage: first.usage, stop: async () => void (await Promise.all(servers.map(({ stop }) => stop()))) };
}

export async function stopAll(running: readonly Running[]): Promise<void> {
  await Promise.all(running.map(({ stop }) => stop()));
}

async function typeInto(wires: Wires): Promise<void> {
  const { type, close } = await openPair(wires);
  for (let index = 0; index < warmUp.keysInEach; index++) {
    await type();
    await pause(warmUp.gapMs);
  }
  await close();
}
