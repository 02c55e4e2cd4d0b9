import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { maxAwarenessBytes } from "@/lib/collab/protocol/limits";

/** Who somebody is to everybody else. */
export interface Identity {
  readonly id: string;
  readonly name: string;
  readonly color: string;
}

interface Entry {
  readonly clock: number;
  /** JSON with the true identity in it; `null` once gone. */
  readonly json: string;
  readonly owner: object;
  readonly userId: string;
}

/** Stock clients have one; a client whose id collided with another's has two. */
const maxClientsPerOwner = 4;

/**
 * Carets and names of everybody in a room. A client id belongs to the connection that first used it, and `user` is
 * written here: nobody can speak for another. Kept in memory alone, with no timer of its own.
 */
export interface AwarenessTable {
  /** Takes what a connection says of its own clients, and ignores what it says of others. Returns what is new to everybody. */
  accept(owner: object, update: Uint8Array, identity: Identity): readonly number[];
  /** The connection ended: its clients are gone. Returns an update that says so, if there were any. */
  remove(owner: object): Uint8Array | undefined;
  /** An update about some clients, or about everybody. */
  encode(clients?: readonly number[]): Uint8Array;
  size(): number;
}

export function createAwarenessTable(): AwarenessTable {
  const entries = new Map<number, Entry>();

  function mayWrite(client: number, owner: object, userId: string): boolean {
    const entry = entries.get(client);
    // The same person again: a client that reconnected before its old connection was found dead.
    if (entry !== undefined) return entry.owner === owner || entry.userId === userId;
    return [...entries.values()].filter((other) => other.owner === owner).length < maxClientsPerOwner;
  }

  return {
    accept: (owner, update, identity) => {
      const changed: number[] = [];
      for (const { client, clock, json } of readEntries(update)) {
        if (!mayWrite(client, owner, identity.id)) continue;
        const before = entries.get(client);
        const state = readState(json);
        if (state === undefined || (before !== undefined && before.clock > clock)) continue;
        const shown = state === null ? "null" : JSON.stringify({ ...state, user: identity });
        if (before?.owner === owner && before.clock === clock && before.json === shown) continue;
        entries.set(client, { clock, json: shown, owner, userId: identity.id });
        changed.push(client);
      }
      return changed;
    },
    remove: (owner) => {
      const gone = [...entries].filter(([, entry]) => entry.owner === owner);
      for (const [client] of gone) entries.delete(client);
      // The same clock: the client itself comes back with a higher one, and must not be taken for an old state then.
      return gone.length === 0 ? undefined : encodeEntries(gone.map(([client, { clock }]) => ({ client, clock, json: "null" })));
    },
    encode: (clients = [...entries.keys()]) =>
      encodeEntries(
        clients.flatMap((client) => {
          const entry = entries.get(client);
          return entry === undefined ? [] : [{ client, clock: entry.clock, json: entry.json }];
        }),
      ),
    size: () => entries.size,
  };
}

interface WireEntry {
  readonly client: number;
  readonly clock: number;
  readonly json: string;
}

/** What an awareness update holds; nothing where it is torn or too long. */
export function readEntries(update: Uint8Array): readonly WireEntry[] {
  if (update.byteLength > maxAwarenessBytes) return [];
  const entries: WireEntry[] = [];
  try {
    const decoder = decoding.createDecoder(update);
    const count = decoding.readVarUint(decoder);
    for (let index = 0; index < count; index++) {
      entries.push({ client: decoding.readVarUint(decoder), clock: decoding.readVarUint(decoder), json: decoding.readVarString(decoder) });
    }
  } catch {
    // Torn: carets are not worth closing a connection for, and the next update replaces this one anyway.
    return [];
  }
  return entries;
}

function encodeEntries(entries: readonly WireEntry[]): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, entries.length);
  for (const { client, clock, json } of entries) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarString(encoder, json);
  }
  return encoding.toUint8Array(encoder);
}

/** A state as its client sent it: an object, or null for "I am gone"; undefined for anything else. */
function readState(json: string): object | null | undefined {
  try {
    const state: unknown = JSON.parse(json);
    return typeof state === "object" && !Array.isArray(state) ? state : undefined;
  } catch {
    // No JSON: as if nothing had been said.
    return undefined;
  }
}
