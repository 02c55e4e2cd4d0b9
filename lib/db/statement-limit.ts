import { Connection, type Client } from "pg";

/**
 * Ends a connection on which a statement is not answered in time: all that waits on it fails then, and its pool opens
 * another. pg has `query_timeout` for that, which makes a timer and a closure of every statement; these outlived collection
 * after collection together with all that their statement held, and each collection kept people's keys waiting three times
 * as long as without. Here a connection has one timer, set once for all statements until it fires. `ms`: for those that
 * name no limit of their own (`TimedQuery`). The client needs a listener for errors.
 */
export function limitStatements(client: Client, ms: number): void {
  /** Until when what is on its way has to be answered; undefined while nothing is. */
  let dueMs: number | undefined;
  let timer: NodeJS.Timeout | undefined;
  let timerMs = Number.POSITIVE_INFINITY;

  function begin(limitMs: number): void {
    // Where several wait for each other, the time of whichever may take longest counts for all.
    dueMs = Math.max(dueMs ?? 0, performance.now() + limitMs);
    if (dueMs < timerMs) look(dueMs);
  }

  function look(atMs: number): void {
    clearTimeout(timer);
    timerMs = atMs;
    timer = setTimeout(check, Math.max(1, atMs - performance.now())).unref();
  }

  function check(): void {
    timerMs = Number.POSITIVE_INFINITY;
    if (dueMs === undefined) return;
    if (performance.now() < dueMs) return look(dueMs);
    const connection: unknown = Reflect.get(client, "connection");
    // All that waits on it fails with this. An end by `end()` would say nothing of the reason.
    if (connection instanceof Connection) connection.stream.destroy(new Error("Statement timeout: it was not answered in time."));
  }

  const query: unknown = Reflect.get(client, "query");
  if (typeof query !== "function") throw new TypeError("a connection that takes no statements");
  Object.defineProperty(client, "query", {
    value: (...given: unknown[]): unknown => {
      begin(limitOf(given[0]) ?? ms);
      return Reflect.apply(query, client, given);
    },
  });
  client.on("drain", () => {
    dueMs = undefined;
  });
  client.on("end", () => clearTimeout(timer));
}

function limitOf(statement: unknown): number | undefined {
  if (typeof statement !== "object" || statement === null || !("limitMs" in statement)) return undefined;
  return typeof statement.limitMs === "number" ? statement.limitMs : undefined;
}
