import type { Contestant } from "@/tests/bench/collab/contestants";
import { keyGapMs, openPair, type Wires } from "@/tests/bench/collab/pair";
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

interface Typing {
  readonly decks: number;
  readonly keysInEach: number;
  readonly gapMs: number;
}

/**
 * Servers run for weeks: what a process takes to get going is not what people wait for. The engine compiles what runs
 * often while it runs, and takes the core from what it serves meanwhile: after 8,000 keys that still made more than half
 * of the slow ones. Rows are as they are while people type, one for each key. At the end keys come as slowly as they are
 * measured, in a deck of its own each: where nothing else runs other ways are taken, and they had been compiled only in the
 * third round of those that count.
 */
const warmUps: readonly Typing[] = [
  { decks: 4, keysInEach: 12_000, gapMs: 2 },
  { decks: 1, keysInEach: 1_600, gapMs: keyGapMs },
  { decks: 1, keysInEach: 1_600, gapMs: keyGapMs },
];

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
  for (const typing of warmUps) await Promise.all(Array.from({ length: typing.decks }, async () => typeInto(await openDoc(), typing)));
  return { name, openDoc, usage: first.usage, stop: async () => void (await Promise.all(servers.map(({ stop }) => stop()))) };
}

export async function stopAll(running: readonly Running[]): Promise<void> {
  await Promise.all(running.map(({ stop }) => stop()));
}

async function typeInto(wires: Wires, { keysInEach, gapMs }: Typing): Promise<void> {
  const { type, close } = await openPair(wires);
  for (let index = 0; index < keysInEach; index++) {
    await type();
    await pause(gapMs);
  }
  await close();
}
