import type { NetConnectOpts } from "node:net";
import type { Processes, ServerProcess } from "@/tests/chaos/processes";
import { openDatabaseProxy, type DatabaseProxy } from "@/tests/support/database-proxy";

/** A place where a process serves, with ways of its own to Postgres; the process may be another one tomorrow. */
export interface Host {
  readonly name: string;
  readonly process: () => ServerProcess;
  /** The way of its pool, and that of its bus where Postgres is the bus. */
  readonly database: DatabaseProxy;
  readonly bus: DatabaseProxy;
  /** Starts a process where none is. */
  readonly start: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface HostOptions {
  readonly name: string;
  readonly processes: Processes;
  readonly databaseUrl: string;
  readonly redisUrl: string | undefined;
}

export async function openHost({ name, processes, databaseUrl, redisUrl }: HostOptions): Promise<Host> {
  const target = addressIn(databaseUrl);
  const [database, bus] = [await openDatabaseProxy(target), await openDatabaseProxy(target)];
  let starts = 0;
  const begin = () =>
    processes.start({
      name: `${name}-${++starts}`,
      databaseUrl: throughPort(databaseUrl, database.port),
      busUrl: throughPort(databaseUrl, bus.port),
      redisUrl,
    });
  let process = await begin();
  return {
    name,
    process: () => process,
    database,
    bus,
    start: async () => {
      process = await begin();
    },
    close: async () => {
      await Promise.all([database.close(), bus.close()]);
    },
  };
}

/** Where a Postgres listens. Addresses of sockets carry their folder as `?host=`. */
function addressIn(databaseUrl: string): NetConnectOpts {
  const url = new URL(databaseUrl);
  const folder = url.searchParams.get("host");
  const port = Number(url.port || 5432);
  return folder === null ? { host: url.hostname, port } : { path: `${folder}/.s.PGSQL.${port}` };
}

function throughPort(databaseUrl: string, port: number): string {
  const url = new URL(databaseUrl);
  url.searchParams.delete("host");
  url.hostname = "127.0.0.1";
  url.port = `${port}`;
  return url.href;
}
