import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { SetupError } from "../setup/say.mjs";
import { isWindows } from "./binaries.mjs";
import { openHome } from "./home.mjs";
import { ensureCluster } from "./initialise.mjs";
import { isEnding, isPostgres, readPid, removeStalePid, startPostmaster, stopPostmaster } from "./postmaster.mjs";

const databaseName = "lectern";
/** Every process that uses the cluster holds this lock, shared; the last one out stops Postgres. */
const usersLock = "7251, 1";
const startTimeoutMs = 60_000;
const pollMs = 25;
const watchMs = 1_000;

/**
 * Brings up the embedded Postgres of a data folder, or adopts the one that runs there already, and watches over it.
 * Returns its address, whether it was started or adopted, and `stop()`, to be called after all pools are closed:
 * it stops Postgres if this was its last user. Throws a SetupError with a sentence.
 */
export async function startEmbedded(folder, { onTrouble = (words) => console.error(words) } = {}) {
  const home = openHome(folder);
  ensureCluster(home);
  let stopping = false;
  let keeper;
  let comingBack;

  async function connect() {
    const connected = await connectOrStart(home, () => !stopping);
    keeper = connected.client;
    keeper.once("end", () => {
      if (stopping) return;
      onTrouble("Postgres went away; bringing it back.");
      comingBack = bringBack();
    });
    return connected.how;
  }

  /** Tries for as long as it takes: a disk may be full for longer than a start is waited for. */
  async function bringBack() {
    while (!stopping) {
      try {
        return await connect();
      } catch (error) {
        if (stopping) return;
        onTrouble(`Postgres could not be brought back, and is tried again: ${error.message}`);
        await wait(watchMs);
      }
    }
  }

  const how = await connect();
  const watch = setInterval(() => endIfEnding(home), watchMs).unref();
  await ensureDatabase(keeper);
  return {
    url: addressOf(home),
    how,
    folder: home.data,
    stop: async () => {
      stopping = true;
      clearInterval(watch);
      await comingBack;
      return leave(home, keeper);
    },
  };
}

/** Ends a process's use of the cluster, and Postgres where nobody else uses it. Returns what became of Postgres. */
async function leave(home, keeper) {
  const pid = readPid(home.data);
  let isLast;
  try {
    await keeper.query(`SELECT pg_advisory_unlock_shared(${usersLock})`);
    const { rows } = await keeper.query(`SELECT pg_try_advisory_lock(${usersLock}) AS "isLast"`);
    isLast = rows[0].isLast;
  } catch (error) {
    await closeQuietly(keeper);
    return `gone before: ${error.message}`;
  }
  // Newcomers wait on the lock from here on, are cut off, and try again.
  if (isLast) stopPostmaster(home, pid);
  await closeQuietly(keeper);
  while (isLast && isPostgres(pid)) await wait(pollMs);
  return isLast ? "stopped" : "left running";
}

/** Connects; where nobody answers, starts Postgres and tries again until it does, for as long as that is wanted. */
async function connectOrStart(home, isWanted) {
  const deadline = Date.now() + startTimeoutMs;
  let child;
  for (;;) {
    const client = openClient(home);
    try {
      await client.connect();
      await client.query(`SELECT pg_advisory_lock_shared(${usersLock})`);
      return { client, how: child ? "started" : "adopted" };
    } catch (error) {
      await closeQuietly(client);
      const isBusy = ["57P01", "57P02", "57P03", "ECONNRESET", "EPIPE"].includes(error.code) || /terminated|not queryable/.test(error.message);
      const isAbsent = ["ENOENT", "ECONNREFUSED"].includes(error.code);
      if (!(isBusy || isAbsent) || Date.now() > deadline || !isWanted()) {
        throw new SetupError(`The embedded Postgres does not answer: ${error.message}. Its log is ${home.logFile}.`, { cause: error });
      }
      if (!isBusy && !isRunning(child)) child = startUnlessRunning(home) ?? child;
      await wait(pollMs);
    }
  }
}

/**
 * Asked to end by a plain `kill`, Postgres waits for its sessions, ours among them, and takes no new ones meanwhile: it
 * would be half there for good. Ended at once, it is brought back.
 */
function endIfEnding(home) {
  const pid = readPid(home.data);
  if (pid && isEnding(home.data) && isPostgres(pid)) stopPostmaster(home, pid);
}

function startUnlessRunning(home) {
  const pid = readPid(home.data);
  if (pid && isPostgres(pid)) return undefined;
  if (pid) removeStalePid(home.data);
  return startPostmaster(home);
}

function isRunning(child) {
  return child !== undefined && child.exitCode === null && child.signalCode === null;
}

function openClient({ host, port, password }) {
  const client = new pg.Client({ host, port, user: "lectern", password, database: "postgres", application_name: "lectern-keeper", keepAlive: true });
  // The same fault arrives as "end"; without a listener it would end the process.
  client.on("error", (error) => error);
  return client;
}

async function closeQuietly(client) {
  await client.end().catch((error) => error);
}

async function ensureDatabase(client) {
  const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [databaseName]);
  if (rowCount) return;
  try {
    await client.query(`CREATE DATABASE ${databaseName}`);
  } catch (error) {
    // Another process was first.
    if (!["42P04", "23505"].includes(error.code)) throw error;
  }
}

/** The address of a cluster's database. Those of sockets carry their folder as `?host=`. */
export function addressOf({ host, port, password }, database = databaseName) {
  if (isWindows) return `postgresql://lectern:${password}@127.0.0.1:${port}/${database}`;
  return `postgresql://lectern:${password}@localhost/${database}?host=${encodeURIComponent(host)}`;
}
