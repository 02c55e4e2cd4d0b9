import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { addressOf } from "@/scripts/postgres/cluster.mjs";
import { openHome } from "@/scripts/postgres/home.mjs";
import { ensureCluster } from "@/scripts/postgres/initialise.mjs";
import { isPostgres, readPid, removeStalePid, startPostmaster, stopPostmaster } from "@/scripts/postgres/postmaster.mjs";
import { wait } from "@/tests/support/until";

/** A Postgres of this caller's own, to be done harm to. */
export interface OwnPostgres {
  readonly url: string;
  /** kill -9 of the server and of all that serve for it, as when the machine's power goes. */
  readonly kill: () => Promise<void>;
  /** Starts it again, and waits until it lets people in. */
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

const startTimeoutMs = 60_000;

/** Starts the embedded Postgres on a data folder that nobody else uses. */
export async function openOwnPostgres(folder: string): Promise<OwnPostgres> {
  const home = openHome(folder);
  ensureCluster(home);
  const address = addressOf(home, "postgres");

  async function start(): Promise<void> {
    const deadline = performance.now() + startTimeoutMs;
    let child: ReturnType<typeof startPostmaster> | undefined;
    while (!(await isServing(address))) {
      if (performance.now() > deadline) throw new Error(`Postgres did not start; its log is ${home.logFile}.`);
      // What was killed holds its memory for a moment longer; one that is started before ends at once.
      const isThere = isPostgres(readPid(home.data)) || (child !== undefined && child.exitCode === null);
      if (!isThere) {
        removeStalePid(home.data);
        child = startPostmaster(home);
      }
      await wait(50);
    }
  }

  const end = async (how: (pid: number) => void) => {
    const pid = readPid(home.data);
    if (pid === undefined) return;
    how(pid);
    while (isPostgres(pid)) await wait(20);
  };
  await start();
  return {
    url: address,
    start,
    kill: () =>
      end((pid) => {
        const serving = childrenOf(pid);
        process.kill(pid, "SIGKILL");
        for (const child of serving) killIfThere(child);
      }),
    stop: () => end((pid) => stopPostmaster(home, pid)),
  };
}

async function isServing(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString });
  // The same fault arrives as a rejection; without a listener it would end the process.
  client.on("error", (error) => error);
  try {
    await client.connect();
    return true;
  } catch {
    // Not there, or still recovering: which was asked.
    return false;
  } finally {
    await client.end().catch((error: unknown) => error);
  }
}

/** Where the system lists processes; elsewhere they end by themselves when they find their server gone. */
function childrenOf(pid: number): readonly number[] {
  if (process.platform !== "linux") return [];
  return readdirSync("/proc").flatMap((name) => {
    if (!/^\d+$/u.test(name)) return [];
    try {
      const [, parent] =
        readFileSync(path.join("/proc", name, "stat"), "utf8")
          .split(") ")[1]
          ?.split(" ") ?? [];
      return Number(parent) === pid ? [Number(name)] : [];
    } catch {
      // It ended while the list was read.
      return [];
    }
  });
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It ended with its server.
  }
}
