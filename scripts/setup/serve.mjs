import { endInOrder } from "./end-in-order.mjs";
import { ensureDataFolder, keepAuthSecret } from "./data-folder.mjs";
import { readDataFolder, readHost, readPort } from "./environment.mjs";
import { listenSentence } from "./port.mjs";
import { inProject } from "./root.mjs";
import { SetupError } from "./say.mjs";

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
  endInOrder(
    async () => {
      await server.stop();
      await database.stop();
    },
    { endsOnErrors: !development },
  );
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
