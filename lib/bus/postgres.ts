import { Client, type QueryConfig, type QueryResultRow } from "pg";
import type { Bus } from "@/lib/bus/bus";
import { hearsOthers } from "@/lib/bus/hears-others";
import { createListeners } from "@/lib/bus/listeners";
import { runInBackground, type Log } from "@/lib/log";

/** The one Postgres channel; our channels stand inside the messages, so that none needs a LISTEN of its own. */
const pgChannel = "lectern_bus";
/** Whoever is on the bus holds this lock together with all others: so each knows whether there are any. */
const lockKey = 5_323_284;
/** NOTIFY carries 7999 bytes; base64 takes four for three, and the channel's name wants room. */
const maxMessageBytes = 5_600;
/** Beyond this the oldest hints are dropped: listeners look by themselves. */
const maxQueued = 10_000;
const firstRetryMs = 100;
const maxRetryMs = 5_000;
/** A proxy may be set up otherwise by then. */
const deafRetryMs = 60_000;

const deafWords =
  "the bus can't hear other processes: its connection to Postgres leads through a proxy that pools by transaction. Set DIRECT_URL to the same database past that proxy; until then this process has to look for what others write, which takes moments longer";

interface Presence {
  readonly pid: number;
  readonly hasOthers: boolean;
}

const presenceSql = `
  SELECT pg_backend_pid() AS pid, count(*) > 1 AS "hasOthers" FROM pg_locks
   WHERE locktype = 'advisory' AND classid = 0 AND objid = ${lockKey} AND mode = 'ShareLock'
     AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;

export interface PostgresBusOptions {
  readonly url: string;
  readonly log: Log;
  /** How often the connection is asked for a sign of life; one that gives none for as long counts as lost. */
  readonly beatMs?: number;
}

/**
 * A bus over LISTEN and NOTIFY, on a connection of its own that comes back by itself; opening it never fails. NOTIFY stands
 * in a transaction of its own, which writes nothing and so waits for no disk: inside a data transaction it would let commits
 * pass only one by one. A process that is alone, as most are, asks nothing of Postgres: its own listeners hear it at once.
 * Nor does one that can't hear others (`hearsOthers`), and it leaves no lock behind on a connection that is not its own.
 */
export async function openPostgresBus({ url, log, beatMs = 5_000 }: PostgresBusOptions): Promise<Bus> {
  const listeners = createListeners(log);
  let queue: string[] = [];
  let client: Client | undefined;
  /** Is anybody else on the bus? `hasHeard`: since it was counted last. */
  let hasOthers = true;
  let hasHeard = false;
  let isAsking = false;
  let asking: Promise<void> = Promise.resolve();
  let isDeaf = false;
  let isStopped = false;
  let retry: NodeJS.Timeout | undefined;
  let retryMs = firstRetryMs;

  const options = { connectionString: url, keepAlive: true, connectionTimeoutMillis: beatMs, query_timeout: beatMs };

  async function connect(): Promise<void> {
    const opened = new Client({ ...options, application_name: "lectern bus" });
    let isLost = false;
    let pid: number | undefined;
    const lose = (error: unknown) => {
      if (isLost || isStopped) return;
      isLost = true;
      if (client === opened) client = undefined;
      log.warn({ err: error, retryMs }, "the bus has no connection to Postgres and will try again");
      // A half-open connection must not deliver later what another one brings by then.
      opened.removeAllListeners("notification");
      runInBackground(opened.end(), log, "closing the bus's lost connection failed");
      connectAgainIn(retryMs);
      retryMs = Math.min(maxRetryMs, retryMs * 2);
    };
    opened.on("error", lose);
    opened.on("end", () => lose(undefined));
    try {
      await opened.connect();
      await opened.query(`LISTEN ${pgChannel}`);
      if (!(await hearsOthers(opened, sayElsewhere))) {
        isLost = true;
        return await giveUpHearing(opened);
      }
      isDeaf = false;
      opened.on("notification", ({ payload, processId }) => {
        if (processId !== pid) hasHeard = hasOthers = true;
        const [channel, encoded] = (payload ?? "").split(" ");
        if (channel !== undefined && encoded !== undefined) listeners.deliver(channel, Buffer.from(encoded, "base64"));
      });
      await opened.query(`SELECT pg_advisory_lock_shared(${lockKey})`);
      const { rows } = await opened.query<Presence>(presenceSql);
      pid = rows[0]?.pid;
      notePresence(rows[0]);
      // Whoever counted before the lock was held hears it now.
      await opened.query(`NOTIFY ${pgChannel}`);
    } catch (error) {
      lose(error);
      return;
    }
    if (isStopped) return await opened.end();
    client = opened;
    retryMs = firstRetryMs;
    send();
  }

  function connectAgainIn(ms: number): void {
    if (!isStopped) retry = setTimeout(() => runInBackground(connect(), log, "the bus could not connect"), ms);
  }

  async function sayElsewhere(word: string): Promise<void> {
    const other = new Client({ ...options, application_name: "lectern bus check" });
    // Its next statement says it too.
    other.on("error", (error) => log.debug({ err: error }, "a connection that checks the bus was lost"));
    try {
      await other.connect();
      await other.query("SELECT pg_notify($1, $2)", [pgChannel, word]);
    } finally {
      runInBackground(other.end(), log, "closing a connection that checks the bus failed");
    }
  }

  async function giveUpHearing(opened: Client): Promise<void> {
    if (!isDeaf) log.error(deafWords);
    isDeaf = true;
    connectAgainIn(deafRetryMs);
    try {
      // Where it listened, most likely; what others get instead is for nobody.
      await opened.query(`UNLISTEN ${pgChannel}`);
    } finally {
      runInBackground(opened.end(), log, "closing a connection of no use to the bus failed");
    }
  }

  function mayHaveOthers(): boolean {
    return client === undefined || hasOthers;
  }

  /** Somebody may come while they are counted. */
  function notePresence(presence: Presence | undefined): void {
    hasOthers = hasHeard || presence?.hasOthers !== false;
    hasHeard = false;
  }

  /** One query at a time. A connection on which one fails is of no use. */
  function ask<Row extends QueryResultRow>(asked: Client, query: QueryConfig, onRow: (row: Row | undefined) => void = () => undefined): void {
    isAsking = true;
    asking = asked
      .query<Row>(query)
      .then(
        ({ rows }) => onRow(rows[0]),
        (error: unknown) => void asked.emit("error", error),
      )
      .finally(() => {
        isAsking = false;
        send();
      });
  }

  async function untilIdle(): Promise<void> {
    if (!isAsking) return;
    await asking;
    return untilIdle();
  }

  /** What can't be sent is lost: it is a hint only, and found by looking. */
  function send(): void {
    if (client === undefined || isAsking || queue.length === 0) return;
    const batch = queue;
    queue = [];
    ask(client, { name: "notify", text: "SELECT pg_notify($1, m) FROM unnest($2::text[]) AS m", values: [pgChannel, batch] });
  }

  // Who only listens never learns that the other end went away without a word.
  const beat = setInterval(() => {
    if (client !== undefined && !isAsking) ask<Presence>(client, { name: "presence", text: presenceSql }, notePresence);
  }, beatMs);
  await connect();
  return {
    publish: (channel, message) => {
      if (isStopped) return;
      if (message.byteLength > maxMessageBytes) {
        log.warn({ channel, bytes: message.byteLength }, "a message was too long for the bus");
        return;
      }
      if (isDeaf || !mayHaveOthers()) return queueMicrotask(() => listeners.deliver(channel, message));
      if (queue.length >= maxQueued) queue.shift();
      queue.push(`${channel} ${Buffer.from(message).toString("base64")}`);
      // One statement carries whatever else is published in this turn.
      if (queue.length === 1) queueMicrotask(send);
    },
    subscribe: listeners.add,
    maxMessageBytes,
    isConnected: () => client !== undefined,
    hasOthers: mayHaveOthers,
    listeners: listeners.count,
    stop: async () => {
      isStopped = true;
      clearTimeout(retry);
      clearInterval(beat);
      listeners.clear();
      // What was published goes out first.
      send();
      await untilIdle();
      await client?.end();
      client = undefined;
    },
  };
}
