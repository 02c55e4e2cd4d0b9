import { Redis, type RedisOptions } from "ioredis";
import type { Bus } from "@/lib/bus/bus";
import { createListeners } from "@/lib/bus/listeners";
import type { Log } from "@/lib/log";

/** Redis cuts off a subscriber for whom 32 MiB wait (client-output-buffer-limit): what is large is fetched from Postgres. */
const maxMessageBytes = 64 * 1024;
/** Beyond so much that Redis hasn't taken, hints are dropped: listeners look by themselves. */
const maxWaitingBytes = 8 * 1024 * 1024;

export interface RedisBusOptions {
  readonly url: string;
  /** All processes of one installation say the same, and those of no other. */
  readonly installation: string;
  readonly log: Log;
  /** How often the connections are asked for a sign of life; one that gives none for as long counts as lost. */
  readonly beatMs?: number;
}

/**
 * A bus over Redis' PUBLISH and SUBSCRIBE, on two connections that come back by themselves; opening it never fails.
 * Nothing is kept for later: what is published while Redis is away is lost.
 */
export async function openRedisBus({ url, installation, log, beatMs = 5_000 }: RedisBusOptions): Promise<Bus> {
  const listeners = createListeners(log);
  const options: RedisOptions = {
    lazyConnect: true,
    connectionName: "lectern-bus",
    connectTimeout: beatMs,
    commandTimeout: beatMs,
    // A connection that is given up has nothing to say any more.
    disconnectTimeout: 100,
    // Subscribing anew is ours: the library's own counts on an answer that a lost connection may never have given.
    autoResubscribe: false,
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    // Everything that waits fails with the connection that it was sent on.
    maxRetriesPerRequest: 0,
  };
  const publisher = new Redis(url, options);
  // A connection that subscribes can do little else.
  const subscriber = publisher.duplicate();
  // The installation's one Redis channel; our channels stand inside the messages. With one of its own for each, what is
  // published between asking for it and having it would be missed. Others may be on the same Redis, where channels belong
  // to no database: a copy of this installation, above all, has decks of the same names.
  const redisChannel = `lectern_bus:${publisher.options.db ?? 0}:${installation}`;
  let isSubscribed = false;
  let isStopped = false;
  let waitingBytes = 0;

  async function subscribe(): Promise<void> {
    try {
      await subscriber.subscribe(redisChannel);
      isSubscribed = true;
    } catch (error) {
      giveUp(subscriber, error);
    }
  }

  /** Nobody closed the connection, but it is of no use; another one takes its place. */
  function giveUp(client: Redis, error: unknown): void {
    if (client.status !== "ready" || isStopped) return;
    if (client === subscriber) isSubscribed = false;
    log.warn({ err: error }, "a connection of the bus to Redis does not answer");
    client.disconnect(true);
  }

  for (const client of [publisher, subscriber]) {
    client.on("error", (error) => log.warn({ err: error }, "the bus has no connection to Redis and will try again"));
  }
  let subscribing: Promise<void> = Promise.resolve();
  subscriber.on("ready", () => {
    subscribing = subscribe();
  });
  subscriber.on("close", () => {
    isSubscribed = false;
  });
  subscriber.on("messageBuffer", (_channel: Buffer, payload: Buffer) => {
    const end = payload.indexOf(0);
    if (end > 0) listeners.deliver(payload.toString("utf8", 0, end), payload.subarray(end + 1));
  });
  const beat = setInterval(() => {
    for (const client of [publisher, subscriber]) {
      if (client.status === "ready") client.ping().catch((error: unknown) => giveUp(client, error));
    }
  }, beatMs);

  // One that fails was told of by its error, and is tried again.
  await Promise.allSettled([publisher.connect(), subscriber.connect()]);
  await subscribing;
  return {
    publish: (channel, message) => {
      if (isStopped) return;
      if (message.byteLength > maxMessageBytes) {
        log.warn({ channel, bytes: message.byteLength }, "a message was too long for the bus");
        return;
      }
      if (publisher.status !== "ready" || waitingBytes > maxWaitingBytes) return;
      const payload = Buffer.concat([Buffer.from(`${channel}\0`), message]);
      waitingBytes += payload.byteLength;
      publisher
        .publish(redisChannel, payload)
        // A hint only: what is lost here is found by looking, and the connection's end was told already.
        .catch((error: unknown) => log.debug({ err: error, channel }, "a message of the bus was lost"))
        .finally(() => {
          waitingBytes -= payload.byteLength;
        });
    },
    subscribe: listeners.add,
    maxMessageBytes,
    isConnected: () => isSubscribed && publisher.status === "ready",
    hasOthers: () => true,
    listeners: listeners.count,
    stop: async () => {
      isStopped = true;
      isSubscribed = false;
      listeners.clear();
      clearInterval(beat);
      subscriber.disconnect();
      // What was published goes out first, unless nobody takes it.
      if (publisher.status === "ready") await Promise.allSettled([publisher.quit()]);
      if (publisher.status !== "end") publisher.disconnect();
    },
  };
}
