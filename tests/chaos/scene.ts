import { randomBytes } from "node:crypto";
import type { Pool } from "pg";
import { WebSocket as NodeWebSocket } from "ws";
import { createUpdateLog, type UpdateLog } from "@/lib/collab/server/update-log";
import { openPool } from "@/lib/db/pool";
import { createLog } from "@/lib/log";
import { createAudit } from "@/tests/chaos/audit";
import { openBalancer, type Balancer } from "@/tests/chaos/balancer";
import { makeDeck, type ChaosDeck } from "@/tests/chaos/chaos-deck";
import { openHost, type Host } from "@/tests/chaos/hosts";
import { judgeDeck, untilSettled } from "@/tests/chaos/judge";
import { longestMs, type Stretch } from "@/tests/chaos/label-watch";
import { createProcesses } from "@/tests/chaos/processes";
import type { Outcome } from "@/tests/chaos/outcome";
import { until, wait } from "@/tests/support/until";

// Every y-websocket client in Node listens to the process's exit.
process.setMaxListeners(0);
// What y-websocket needs of a browser's WebSocket, `ws` has too.
Object.assign(globalThis, { WebSocket: NodeWebSocket });

/** Where a fault happens: servers, and two decks that people write in, half of them in each. */
export interface Scene {
  readonly hosts: readonly Host[];
  readonly balancer: Balancer;
  readonly databaseUrl: string;
  /** Past every proxy. */
  readonly pool: Pool;
  /** Whose people are there to the end: what a server forgets they bring again. */
  readonly stayed: ChaosDeck;
  /** Whose people are gone with the fault: nobody brings anything again. */
  readonly left: ChaosDeck;
  readonly random: () => number;
  /** Everybody types on for so long. */
  readonly typeFor: (ms: number) => Promise<void>;
  /** Nobody can be served from now on until what this does is done: it is not counted as time to come back. */
  readonly duringOutage: <T>(work: () => Promise<T>) => Promise<T>;
  /** All people of `left` close their tabs at this moment. */
  readonly abandon: () => void;
  /** Something that the table shall say. */
  readonly remark: (words: string) => void;
  /** Something that must not be. */
  readonly complain: (words: string) => void;
}

export interface SceneOptions {
  readonly name: string;
  readonly seed: number;
  readonly random: () => number;
  readonly processes: number;
  /** In both decks together. */
  readonly typists: number;
  readonly serverFile: string;
  readonly databaseUrl: string;
  readonly redisUrl?: string | undefined;
}

const firstTypingMs = 1_500;
/** What a process has learned (compiled code, caches) stays; what people wrote does not. */
const maxHeapGrowthBytes = 32 * 1_048_576;
/** Longer than any way back of a client takes. */
const patienceMs = 60_000;

/** Builds the scene, lets `act` do its fault to it, and judges what is left. */
export async function playScene(options: SceneOptions, act: (scene: Scene) => Promise<void>): Promise<Outcome> {
  const { name, seed, serverFile, databaseUrl } = options;
  const log = createLog("silent");
  const processes = createProcesses({ serverFile, secret: randomBytes(16).toString("hex") });
  const pool = openPool({ url: databaseUrl, log, applicationName: "chaos" });
  const updateLog: UpdateLog = createUpdateLog(pool, { node: "chaos" });
  const outages: Stretch[] = [];
  const remarks: string[] = [];
  const troubles: string[] = [];
  const closers: (() => Promise<unknown>)[] = [() => pool.end(), () => processes.killAll()];
  try {
    const hosts = await Promise.all(
      Array.from({ length: options.processes }, (_, index) =>
        openHost({ name: `${name.replaceAll(/\W+/gu, "-")}-${"abc"[index]}`, processes, databaseUrl, redisUrl: options.redisUrl }),
      ),
    );
    closers.push(...hosts.map((host) => host.close));
    const balancer = await openBalancer(() => hosts.map((host) => host.process().port));
    closers.push(balancer.close);
    const [stayed, left] = [await makeDeck({ pool, name: "s", seed }), await makeDeck({ pool, name: "l", seed: seed + 1 })];
    const decks = [stayed, left];
    closers.push(...decks.map((deck) => deck.close));
    const everybody = () => decks.flatMap(({ typists }) => typists);
    await fill(decks, { typists: options.typists, port: balancer.port });
    const audit = createAudit({ decks, updateLog });
    closers.push(audit.stop);
    balancer.resetCounts();
    let isLeftAbandoned = false;
    const heapBefore = await heapOf(hosts);
    for (const typist of everybody()) typist.startTyping();
    await wait(firstTypingMs);
    await act({
      hosts,
      balancer,
      databaseUrl,
      pool,
      stayed,
      left,
      random: options.random,
      typeFor: wait,
      duringOutage: async (work) => {
        const fromMs = performance.now();
        try {
          return await work();
        } finally {
          outages.push({ fromMs, untilMs: performance.now() });
        }
      },
      abandon: () => {
        isLeftAbandoned = true;
        for (const typist of left.typists) typist.leave();
      },
      remark: (words) => remarks.push(words),
      complain: (words) => troubles.push(words),
    });

    for (const typist of everybody()) typist.stopTyping();
    for (const host of hosts) if (!host.process().isAlive()) await host.start();
    troubles.push(...(await untilSettled(decks, patienceMs)));
    const nowMs = performance.now();
    const comeBackMs = Math.max(0, ...everybody().map(({ label }) => longestMs(label.stretches(), { outages, nowMs })));
    const judged = await Promise.all(decks.map((deck) => judgeDeck(deck, { updateLog, pool, hosts, isStaying: deck !== left || !isLeftAbandoned })));
    troubles.push(...(await audit.finish()));
    for (const typist of everybody()) typist.leave();
    troubles.push(...(await untilEmpty(hosts)));
    const heapGrowthBytes = (await heapOf(hosts)) - heapBefore;
    if (heapGrowthBytes > maxHeapGrowthBytes)
      troubles.push(`a process holds ${Math.round(heapGrowthBytes / 1_048_576)} MB more than before anybody wrote`);
    const counts = decks.map(({ ledger }) => ledger.counts());
    return {
      name,
      edits: sumOf(counts, ({ edits }) => edits),
      saved: sumOf(counts, ({ saved }) => saved),
      lost: sumOf(judged, ({ lost }) => lost),
      doubled: sumOf(judged, ({ doubled }) => doubled),
      comeBackMs,
      remarks,
      heapGrowthBytes,
      troubles: [...troubles, ...judged.flatMap((deck) => deck.troubles), ...processes.accidents()],
    };
  } finally {
    for (const close of closers.toReversed()) await close();
  }
}

/** Half of the people into each deck, until all of them have it open. */
async function fill(decks: readonly ChaosDeck[], { typists, port }: { readonly typists: number; readonly port: number }): Promise<void> {
  for (let index = 0; index < typists; index++) await decks[index % decks.length]?.join({ name: `${index}`, port });
  const isOpen = (deck: ChaosDeck) => deck.typists.every((typist) => typist.isSaved());
  await until("everybody has the deck open", () => decks.every(isOpen), patienceMs);
}

async function heapOf(hosts: readonly Host[]): Promise<number> {
  const all = await Promise.all(hosts.map((host) => host.process().stats("collect")));
  return Math.max(...all.map(({ heapBytes }) => heapBytes));
}

/** Everybody left: so do the rooms. */
async function untilEmpty(hosts: readonly Host[]): Promise<readonly string[]> {
  return until(
    "every room is put away",
    async () => {
      const all = await Promise.all(hosts.map((host) => host.process().stats("stats")));
      return all.every(({ rooms, connections }) => rooms === 0 && connections === 0);
    },
    patienceMs,
  ).then(
    () => [],
    (error: unknown) => [String(error)],
  );
}

function sumOf<T>(all: readonly T[], read: (one: T) => number): number {
  return all.reduce((total, one) => total + read(one), 0);
}
