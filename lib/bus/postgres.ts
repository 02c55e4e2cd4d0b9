import { Client } from "pg";
import type { Bus } from "@/lib/bus/bus";
import { createListeners } from "@/lib/bus/listeners";
import { runInBackground, type Log } from "@/lib/log";

/** The one Postgres channel; our channels stand inside the messages, so that none needs a LISTEN of its own. */
const pgChannel = "lectern_bus";
/** NOTIFY carries 7999 bytes; base64 takes four for three, and the channel's name wants room. */
const maxMessageBytes = 5_600;
/** Beyond this the oldest hints are dropped: listeners look by themselves. */
const maxQueued = 10_000;
const firstRetryMs = 100;
const maxRetryMs = 5_000;

/**
 * A bus over LISTEN and NOTIFY, on a connection of its own that comes back by itself; opening it never fails. NOTIFY stands in a transaction of
 * its own without waiting for the disk: inside a data transaction it would let commits pass only one by one.
 */
export async function openPostgresBus({ url, log }: { readonly url: string; readonly log: Log }): Promise<Bus> {
  const listeners = createListeners(log);
  let queue: string[] = [];
  let client: Client | undefined;
  let isSending = false;
  let isStopped = false;
  let retry: NodeJS.Timeout | undefined;
  let retryMs = firstRetryMs;

  async function connect(): Promise<void> {
    const opened = new Client({ connectionString: url, application_name: "lectern bus", keepAlive: true });
    let isLost = false;
    const lose = (error: unknown) => {
      if (isLost || isStopped) return;
      isLost = true;
      if (client === opened) client = undefined;
      log.warn({ err: error, retryMs }, "the bus has no connection to Postgres and will try again");
      // A half-open connection must not deliver later what another one brings by then.
      opened.removeAllListeners("notification");
      runInBackground(opened.end(), log, "closing the bus's lost connection failed");
      retry = setTimeout(() => runInBackground(connect(), log, "the bus could not connect"), retryMs);
      retryMs = Math.min(maxRetryMs, retryMs * 2);
    };
    opened.on("error", lose);
    opened.on("end", () => lose(undefined));
    opened.on("notification", ({ payload }) => {
      const [channel, encoded] = (payload ?? "").split(" ");
      if (channel !== undefined && encoded !== undefined) listeners.deliver(channel, Buffer.from(encoded, "base64"));
    });
    try {
      await opened.connect();
      await opened.query(`SET synchronous_commit = off; LISTEN ${pgChannel}`);
    } catch (error) {
      lose(error);
      return;
    }
    if (isStopped) return await opened.end();
    client = opened;
    retryMs = firstRetryMs;
    send();
  }

  function send(): void {
    const sender = client;
    if (sender === undefined || isSending || queue.length === 0) return;
    const batch = queue;
    queue = [];
    isSending = true;
    const sent = sender.query("SELECT pg_notify($1, m) FROM unnest($2::text[]) AS m", [pgChannel, batch]);
    const done = () => {
      isSending = false;
      send();
    };
    sent.then(done, (error: unknown) => {
      // Hints only: what is lost here is found by looking. The connection's own error handler reconnects.
      log.warn({ err: error, messages: batch.length }, "messages of the bus were lost");
      done();
    });
  }

  await connect();
  return {
    publish: (channel, message) => {
      if (isStopped) return;
      if (message.byteLength > maxMessageBytes) {
        log.warn({ channel, bytes: message.byteLength }, "a message was too long for the bus");
        return;
      }
      if (queue.length >= maxQueued) queue.shift();
      queue.push(`${channel} ${Buffer.from(message).toString("base64")}`);
      // One statement carries whatever else is published in this turn.
      if (queue.length === 1) queueMicrotask(send);
    },
    subscribe: listeners.add,
    maxMessageBytes,
    isConnected: () => client !== undefined,
    listeners: listeners.count,
    stop: async () => {
      isStopped = true;
      clearTimeout(retry);
      listeners.clear();
      await client?.end();
      client = undefined;
    },
  };
}
