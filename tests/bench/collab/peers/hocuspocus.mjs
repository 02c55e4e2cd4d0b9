// Hocuspocus with its database extension over Postgres, and with its Redis extension where REDIS_PORT is set.
import { Database } from "@hocuspocus/extension-database";
import { Redis } from "@hocuspocus/extension-redis";
import { Server } from "@hocuspocus/server";
import pg from "pg";
import { tellPort } from "./told.mjs";

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });
await pool.query("CREATE TABLE IF NOT EXISTS bench_hocuspocus (name text PRIMARY KEY, data bytea NOT NULL)");

const database = new Database({
  fetch: async ({ documentName }) => (await pool.query("SELECT data FROM bench_hocuspocus WHERE name = $1", [documentName])).rows[0]?.data ?? null,
  store: async ({ documentName, state }) => {
    await pool.query("INSERT INTO bench_hocuspocus VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET data = $2", [documentName, state]);
  },
});
// ioredis would ask its subscribing connection what it may not be asked, and go on without it.
const { REDIS_PORT } = process.env;
const redis = REDIS_PORT === undefined ? [] : [new Redis({ host: "127.0.0.1", port: Number(REDIS_PORT), options: { enableReadyCheck: false } })];
const server = new Server({ port: 0, address: "127.0.0.1", quiet: true, stopOnSignals: false, extensions: [database, ...redis] });
await server.listen();
tellPort(server.address.port);
