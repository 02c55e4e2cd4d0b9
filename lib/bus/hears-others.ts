import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import type { Client, Notification } from "pg";

/** So long a proxy that would not pass it on has a notification for itself; else it comes as soon as it is sent. */
const patienceMs = 500;

/**
 * Is a connection told what others notify on a channel that it listens to? Behind a proxy that pools by transaction it
 * isn't: the LISTEN stays on a connection of Postgres that others have by then. `sayElsewhere` notifies of a word, on
 * another connection: what this one notifies would come back to it there too, as long as it has it.
 */
export async function hearsOthers(listening: Client, sayElsewhere: (word: string) => Promise<void>): Promise<boolean> {
  const word = randomUUID();
  const heard = new AbortController();
  const onNotification = ({ payload }: Notification) => {
    if (payload === word) heard.abort();
  };
  listening.on("notification", onNotification);
  try {
    await sayElsewhere(word);
    await setTimeout(patienceMs, undefined, { signal: heard.signal }).catch((error: unknown) => {
      // It was heard before, which is how most end.
      if (!heard.signal.aborted) throw error;
    });
    // However slow the way is: what Postgres has for a connection goes out before the next answer.
    if (!heard.signal.aborted) await listening.query("SELECT 1");
    return heard.signal.aborted;
  } finally {
    listening.off("notification", onNotification);
  }
}
