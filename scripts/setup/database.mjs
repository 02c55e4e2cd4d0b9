import pg from "pg";
import { migrate } from "../prisma/migrate.mjs";
import { startEmbedded } from "../postgres/cluster.mjs";
import { inProject } from "./root.mjs";
import { SetupError, step } from "./say.mjs";

const oldestVersion = 15;

/**
 * The database, ready and migrated: DATABASE_URL's where it is set, else the embedded one in the data folder.
 * Returns its address, words for where the data lives, and the stop to be called last.
 */
export async function openDatabase(dataFolder) {
  const server = process.env.DATABASE_URL ? await useGiven(process.env.DATABASE_URL) : await useEmbedded(dataFolder);
  await step("Migrated the database", async (say) => {
    // Past a transaction-pooling proxy, which would not hold the migrations' lock.
    const applied = await migrate(process.env.DIRECT_URL || server.url, inProject("prisma/migrations"));
    say(applied.length === 0 ? "nothing to do" : applied.join(", "));
  });
  return server;
}

function useEmbedded(dataFolder) {
  return step("Postgres", async (say) => {
    const server = await startEmbedded(dataFolder);
    say(`${server.how}, in ${server.folder}`);
    return { url: server.url, place: server.folder, stop: server.stop };
  });
}

function useGiven(url) {
  return step("Postgres", async (say) => {
    const { host, database, version } = await ask(url);
    if (version < oldestVersion) throw new SetupError(`The server at ${host} is Postgres ${version}; Lectern needs ${oldestVersion} or newer.`);
    say(`DATABASE_URL, version ${version} at ${host}`);
    return { url, place: `the database ${database} at ${host} (DATABASE_URL)`, stop: async () => undefined };
  });
}

async function ask(url) {
  if (!URL.canParse(url)) throw new SetupError("DATABASE_URL is no address. It looks like postgresql://user:password@host:5432/database.");
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000, application_name: "lectern-setup" });
  const host = client.host;
  try {
    await client.connect();
    const { rows } = await client.query("SELECT current_setting('server_version_num')::int / 10000 AS version, current_database() AS database");
    return { host, ...rows[0] };
  } catch (error) {
    throw new SetupError(`The database at DATABASE_URL (${host}) can't be reached: ${words(error)}. Start it, or mend the address.`, {
      cause: error,
    });
  } finally {
    await client.end().catch((error) => error);
  }
}

/** Several addresses that all fail come as one error without a message of its own. */
function words(error) {
  return error.message || error.errors?.[0]?.message || error.code;
}
