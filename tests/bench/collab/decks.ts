import * as Y from "yjs";
import { openClient, type BenchClient } from "@/tests/bench/collab/client";
import type { Contestant } from "@/tests/bench/collab/contestants";
import { pause, type Figures } from "@/tests/bench/collab/rounds";
import { peersFolder } from "@/tests/bench/collab/servers";
import { run } from "@/tests/bench/install-peers";

const decks = 1_000;
const atOnce = 50;
/** Longer than anybody here keeps what nobody has open. */
const leftMs = 15_000;
const page = "A line of a talk that somebody prepares.\n".repeat(250);

/** A thousand decks of 10 kB are opened, lie open, and are left. */
export async function idleDecksIn(contestant: Contestant): Promise<Figures> {
  const server = await contestant.start();
  // What a server keeps once and for all is there before anything is counted.
  const first = await openDecks(contestant, { port: server.port, count: 4 * atOnce });
  await Promise.all(first.map((client) => client.close()));
  await pause(leftMs);
  const before = await server.usageAfterCollection();
  const open = await openDecks(contestant, { port: server.port, count: decks });
  await pause(2_000);
  const full = await server.usageAfterCollection();
  await Promise.all(open.map((client) => client.close()));
  await pause(leftMs);
  const left = await server.usageAfterCollection();
  await server.stop();
  const grownBytes = (usage: { readonly heapBytes: number }) => Math.max(0, usage.heapBytes - before.heapBytes);
  return { openBytes: grownBytes(full) / decks, leftBytes: grownBytes(left) / decks, beforeBytes: before.heapBytes, afterBytes: left.heapBytes };
}

async function openDecks(
  contestant: Contestant,
  { port, count }: { readonly port: number; readonly count: number },
): Promise<readonly BenchClient[]> {
  const open: BenchClient[] = [];
  while (open.length < count) open.push(...(await Promise.all(Array.from({ length: atOnce }, () => openDeck(contestant, port)))));
  return open;
}

async function openDeck(contestant: Contestant, port: number): Promise<BenchClient> {
  const client = await openClient(contestant.wire(port, await contestant.makeDoc()));
  await client.synced;
  client.write(page);
  return client;
}

/** The state of a document that twenty people wrote with a million edits, a third of them deletions. */
export function millionEdits(): Uint8Array {
  let state: Uint8Array | undefined;
  let seed = 1;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  for (let person = 0; person < 20; person++) {
    const doc = new Y.Doc();
    if (state !== undefined) Y.applyUpdate(doc, state);
    const text = doc.getText("markdown");
    for (let burst = 0; burst < 250; burst++) {
      doc.transact(() => {
        let at = random(text.length + 1);
        for (let edit = 0; edit < 200; edit++) {
          // Seven letters, three of them taken back.
          if (edit % 10 > 6 && at > 0) text.delete(--at, 1);
          else text.insert(at++, "abcdefghij "[random(11)] ?? " ");
        }
      });
    }
    state = Y.encodeStateAsUpdate(doc);
    doc.destroy();
  }
  return state ?? new Uint8Array();
}

/** A server that has just started opens it for the first to come. */
export async function openLarge(contestant: Contestant, state: Uint8Array): Promise<Figures> {
  const server = await contestant.start();
  const warm = await openClient(contestant.wire(server.port, await contestant.makeDoc()));
  await warm.synced;
  const wire = contestant.wire(server.port, await contestant.makeDoc(state));
  const sinceMs = performance.now();
  const client = await openClient(wire);
  const bytes = await client.synced;
  const ms = performance.now() - sinceMs;
  if (bytes < state.byteLength / 2) throw new Error(`${contestant.name} opened ${bytes} of ${state.byteLength} bytes`);
  await Promise.all([warm.close(), client.close()]);
  await server.stop();
  return { ms, loadMs: await loadOnly(state) };
}

/** What Yjs alone takes to read these bytes. */
async function loadOnly(state: Uint8Array): Promise<number> {
  const { code, output } = await run(process.execPath, ["load.mjs"], { cwd: peersFolder, input: state });
  if (code !== 0) throw new Error("the floor of opening a document could not be measured");
  return Number(output);
}
