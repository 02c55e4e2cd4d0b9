import type { Processes, ServerProcess } from "@/tests/chaos/processes";
import { openDatabaseProxy, type DatabaseProxy } from "@/tests/support/database-proxy";
import { addressIn, throughPort } from "@/tests/support/server-address";

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
