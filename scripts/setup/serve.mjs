import { ensureDataFolder, keepAuthSecret } from "./data-folder.mjs";
import { readDataFolder, readHost, readPort } from "./environment.mjs";
import { listenSentence } from "./port.mjs";
import { inProject } from "./root.mjs";
import { SetupError } from "./say.mjs";

/** A shutdown that takes longer than this is cut short. */
const shutdownLimitMs = 20_000;

/**
 * Opens the database and serves until the process is asked to end, then ends everything in order: sockets and rooms
 * first, Postgres last. `loadServer` gives server.ts' `startServer`.
 */
export async function serve({ loadServer, development }) {
  const startedMs = performance.now();
  const dataFolder = readDataFolder();
  ensureDataFolder(dataFolder);
  const { openDatabase } = await import("./database.mjs");
  const database = await openDatabase(dataFolder);
  process.env.AUTH_SECRET = keepAuthSecret(dataFolder);
  process.env.DATABASE_URL = database.url;
  process.env.NODE_ENV = development ? "development" : "production";
  const server = await listen(loadServer, development).catch(async (error) => {
    await database.stop();
    throw error;
  });
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  console.log(`${seconds.padStart(6)} s  Serving\n\nLectern is at ${server.url}\nIts data is in ${database.place}\nCtrl-C ends it.`);
  endOnRequest(async () => {
    await server.stop();
    await database.stop();
  });
}

async function listen(loadServer, development) {
  const { startServer } = await loadServer();
  const [port, host] = [readPort(), readHost()];
  try {
    return await startServer({ root: inProject(), development });
  } catch (error) {
    if (error.syscall !== "listen" && error.syscall !== "getaddrinfo") throw error;
    throw new SetupError(listenSentence(error, port, host), { cause: error });
  }
}

/** Ctrl-C, SIGTERM, or the end of the npm that started us, which doesn't always pass a signal on. */
function endOnRequest(stop) {
  let ending = false;
  const end = (reason) => {
    if (ending) return;
    ending = true;
    console.log(`\n${reason}: ending.`);
    setTimeout(() => {
      console.error(`Ending took longer than ${shutdownLimitMs / 1000} s; leaving at once. Nothing saved is lost.`);
      process.exit(1);
    }, shutdownLimitMs).unref();
    stop().then(
      () => process.exit(0),
      (error) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => end(signal));
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) end("npm is gone");
  }, 500).unref();
}
