import { arch, cpus } from "node:os";
import pg from "pg";
import { hocuspocus, lectern, relay, websocketServer, type Contestant } from "@/tests/bench/collab/contestants";
import { floodIn, joinIn, workshopIn } from "@/tests/bench/collab/crowds";
import { idleDecksIn, millionEdits, openLarge } from "@/tests/bench/collab/decks";
import { compare, inRounds, pairUp, valuesOf } from "@/tests/bench/collab/rounds";
import { startWarm, stopAll, type Running } from "@/tests/bench/collab/running";
import { buildOurs, peersFolder } from "@/tests/bench/collab/servers";
import { durability, keystrokesIn, warmUpFloor } from "@/tests/bench/collab/typing";
import { installPeers } from "@/tests/bench/install-peers";
import type { Ratio } from "@/tests/bench/report";
import { findRedis } from "@/tests/support/redis";

/** What people who write together wait for and what it takes of a server, against public servers and bare floors of the same run. */
export async function* benchCollab({ databaseUrl }: { readonly databaseUrl: string }): AsyncGenerator<readonly Ratio[]> {
  const hasPeers = await installPeers(peersFolder, { probe: "@hocuspocus/server" });
  if (!hasPeers) throw new Error(`What collaboration is compared with could not be installed (npm ci in ${peersFolder}).`);
  const pool = new pg.Pool({ connectionString: databaseUrl });
  await pool.query("CREATE TABLE IF NOT EXISTS bench_floor (id bigserial PRIMARY KEY, bytes bytea NOT NULL)");
  const serverFile = await buildOurs();
  const options = { pool, databaseUrl, serverFile };
  const ours = await lectern(options);
  const [hp, yws, floor] = [hocuspocus(options), websocketServer(), relay()];
  const { rows } = await pool.query<{ version: string }>("SELECT current_setting('server_version') AS version");
  console.log(`  ${cpus().length} cores (${arch()}), Node ${process.versions.node}, Postgres ${rows[0]?.version}; medians of three rounds in turn`);
  const warm = { ours: await startWarm(ours), yws: await startWarm(yws), hp: await startWarm(hp), floor: await startWarm(floor) };
  yield await typing([warm.ours, warm.yws, warm.hp, warm.floor]);
  yield await saving(warm.ours, pool);
  yield await workshop([warm.ours, warm.yws, warm.hp]);
  await stopAll(Object.values(warm));
  yield await floods([ours, yws, hp, floor]);
  yield await joining([ours, yws, hp]);
  yield await largeDeck([ours, hp]);
  yield await betweenProcesses(ours, hp);
  yield await idleDecks([ours, yws, hp]);
  await pool.end();
}

async function typing(running: readonly Running[]): Promise<readonly Ratio[]> {
  const rounds = await inRounds(running, keystrokesIn);
  return [
    ...compare(rounds, "p50", { what: "keystroke to co-author, p50", unit: "ms" }),
    ...compare(rounds, "p99", { what: "keystroke to co-author, p99", unit: "ms" }),
  ];
}

async function saving(ours: Running, pool: pg.Pool): Promise<readonly Ratio[]> {
  await warmUpFloor(pool);
  const figures = (await inRounds([ours], (running) => durability(running, pool))).get(ours.name);
  const line = (what: string, measured: string, floor: string, against: string) =>
    pairUp({ what, unit: "ms", against }, valuesOf(figures, measured), valuesOf(figures, floor));
  return [
    line("keystroke to Saved, p50", "ack50", "commit50", "bare one-row commit, p50"),
    line("20 write 10/s each in one deck, p99", "hot99", "commit99", "bare one-row commit, p99"),
    line("20 write 10/s each in one deck, p99", "hot99", "commit50", "bare one-row commit, p50"),
  ];
}

async function workshop(running: readonly Running[]): Promise<readonly Ratio[]> {
  const rounds = await inRounds(running, workshopIn);
  return [
    ...compare(rounds, "core", { what: "40 write, 60 look on: CPU", unit: "core" }),
    ...compare(rounds, "p99", { what: "40 write, 60 look on: p99", unit: "ms" }),
  ];
}

/** The most that anybody else may wait for a turn (collaboration.md, I14). */
const loopFloorMs = 50;

async function floods(contestants: readonly Contestant[]): Promise<readonly Ratio[]> {
  const rounds = await inRounds(contestants, floodIn);
  const [ours] = [...rounds.values()];
  const loop = (what: string, figure: string) => {
    const values = valuesOf(ours, figure);
    return pairUp(
      { what, unit: "ms", against: `${loopFloorMs} ms` },
      values,
      values.map(() => loopFloorMs),
    );
  };
  return [
    ...compare(rounds, "ms", { what: "10,000 updates at once, until all are seen", unit: "ms" }),
    loop("10,000 updates at once: event loop, p99", "loopMs"),
    loop("the same being compacted: event loop, p99", "quietLoopMs"),
  ];
}

async function joining(contestants: readonly Contestant[]): Promise<readonly Ratio[]> {
  return compare(await inRounds(contestants, joinIn), "ms", { what: "200 join a deck of 1 MB", unit: "ms" });
}

async function largeDeck(contestants: readonly Contestant[]): Promise<readonly Ratio[]> {
  const state = millionEdits();
  const rounds = await inRounds(contestants, (contestant) => openLarge(contestant, state));
  const [ours] = [...rounds.values()];
  const line = { what: "a deck of a million edits opens", unit: "ms", against: "Yjs reading its bytes alone" } as const;
  return [pairUp(line, valuesOf(ours, "ms"), valuesOf(ours, "loadMs")), ...compare(rounds, "ms", line)];
}

async function betweenProcesses(ours: Contestant, hp: Contestant): Promise<readonly Ratio[]> {
  const redis = await findRedis();
  if (redis.state === "missing") {
    console.log(`  Between processes nothing is compared: ${redis.reason}`);
    return [];
  }
  const redisPort = Number(new URL(redis.url).port);
  const over = (contestant: Contestant, name: string, options: { readonly redisPort?: number } = {}): Contestant => ({
    ...contestant,
    name,
    start: () => contestant.start(options),
  });
  const others = over(hp, `${hp.name} + Redis`, { redisPort });
  const running: Running[] = [];
  for (const contestant of [over(ours, "over Postgres"), over(ours, "over Redis", { redisPort }), others]) {
    running.push(await startWarm(contestant, { processes: 2 }));
  }
  const rounds = await inRounds(running, keystrokesIn);
  await stopAll(running);
  await redis.stop();
  return ["over Postgres", "over Redis"].flatMap((name) =>
    ["p50", "p99"].map((figure) =>
      pairUp(
        { what: `from process to process ${name}, ${figure}`, unit: "ms", against: others.name },
        valuesOf(rounds.get(name), figure),
        valuesOf(rounds.get(others.name), figure),
      ),
    ),
  );
}

/** Memory is the same every time: once is enough. */
async function idleDecks(contestants: readonly Contestant[]): Promise<readonly Ratio[]> {
  const rounds = await inRounds(contestants, idleDecksIn, { rounds: 1 });
  const [ours] = [...rounds.values()];
  const baseline = { what: "1,000 decks were opened and left: heap", unit: "bytes", against: "heap before" } as const;
  return [
    ...compare(rounds, "openBytes", { what: "an open deck of 10 kB: heap", unit: "bytes" }),
    pairUp(baseline, valuesOf(ours, "afterBytes"), valuesOf(ours, "beforeBytes")),
    ...[...rounds]
      .slice(1)
      .map(([name, figures]) =>
        pairUp({ ...baseline, what: `${baseline.what} of ${name}` }, valuesOf(figures, "afterBytes"), valuesOf(figures, "beforeBytes")),
      ),
  ];
}
