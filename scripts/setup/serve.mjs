import { endInOrder } from "./end-in-order.mjs";
import { ensureDataFolder, keepAuthSecret } from "./data-folder.mjs";
import { readDataFolder } from "./environment.mjs";
import { listen } from "./listen.mjs";

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
