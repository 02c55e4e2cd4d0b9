import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { z } from "zod";
import { maxAwarenessBytes } from "@/lib/collab/protocol/limits";
import { personColors } from "@/lib/collab/protocol/person-color";

/** Who somebody is to everybody else. */
export interface Identity {
  readonly id: string;
  readonly name: string;
  readonly color: string;
  /** When they connected, in milliseconds since the epoch; of people in an older process nobody knows. */
  readonly sinceMs?: number | undefined;
}

/** Somebody who speaks: who they are, and whom they may speak for. */
export interface Speaker {
  readonly identity: Identity;
  /** Is this person theirs, now or before they became who they are? */
  readonly isOrWas: (userId: string) => boolean;
}

interface Entry {
  readonly clock: number;
  /** JSON with the true identity in it; `null` once gone. */
  readonly json: string;
  readonly owner: object;
  readonly userId: string;
  /** When another process last spoke of it. */
  readonly heardMs?: number;
}

/** Owns what other processes say. */
const foreign = {};
/** Owns what connections said that are no more: they themselves need not be remembered. */
const gone = {};
const foreignSchema = z.object({ user: z.object({ id: z.string() }) });
const nameSchema = z.object({
  user: z.object({ id: z.string(), name: z.string(), color: z.string(), sinceMs: z.number().optional() }),
  // Anything may stand there: it came from a client.
  color: z.enum(personColors).optional().catch(undefined),
});
/** What a process says of its people in one go. */
export const maxForeignBytes = 64 * 1024;

/** Stock clients have one; a client whose id collided with another's has two. */
const maxClientsPerOwner = 4;
/** So many of those who left are remembered. */
const maxFormer = 1_000;

/**
 * Carets and names of everybody in a room. A client id belongs to the connection that first used it, and `user` is
 * written here: nobody can speak for another. Kept in memory alone, with no timer of its own.
 */
export interface AwarenessTable {
  /**
   * Keeps what a connection says of its own clients, the newest of each, until `spread`. What it says of others is
   * ignored: stock clients send back whatever they hear.
   */
  accept(owner: object, update: Uint8Array, speaker: Speaker): void;
  /** Makes what was accepted known. Returns the clients whose states are new to everybody. */
  spread(): readonly number[];
  /** Takes what another process says of its people; it wrote who they are. Returns an update of what is new in it. */
  acceptForeign(update: Uint8Array, nowMs: number): Uint8Array | undefined;
  /** Forgets people of whom no process has spoken since: theirs may be dead. Returns an update that says so. */
  expire(sinceMs: number): Uint8Array | undefined;
  /** The connection ended: its clients are gone. Returns an update that says so, if there were any. */
  remove(owner: object): Uint8Array | undefined;
  /** An update about some clients, or about everybody. */
  encode(clients?: readonly number[]): Uint8Array;
  /**
   * Updates of at most so many bytes about some of this process's own clients, or about all of them. Of somebody whose
   * state is longer only the name and the colour are told.
   */
  encodeOwn(options: { readonly maxBytes: number; readonly clients?: readonly number[] }): readonly Uint8Array[];
  /** Was this client last heard of from another process? */
  isElsewhere(client: number): boolean;
  /** Is anybody in another process, as far as those that were heard of say? */
  hasForeign(): boolean;
  /** Whose a client is, as far as anybody said. */
  ownerOf(client: number): { readonly owner: object; readonly userId: string } | undefined;
  /** Does any client of this person say that they are here, whichever connection or process it came by? */
  isHere(userId: string): boolean;
  size(): number;
}

/** A table with nobody in it. */
export function createAwarenessTable(): AwarenessTable {
  const entries = new Map<number, Entry>();
  let waiting = new Map<number, Entry>();
  /**
   * Whose clients were that are not here any more. Stock clients send back whatever they hear, also of somebody who has
   * just left: that must not make the number theirs, or its true owner can't come back.
   */
  const former = new Map<number, Pick<Entry, "owner" | "userId">>();

  function forget(client: number, { owner, userId }: Entry): void {
    entries.delete(client);
    former.delete(client);
    former.set(client, { owner: owner === foreign ? foreign : gone, userId });
    const [oldest] = former.keys();
    if (former.size > maxFormer && oldest !== undefined) former.delete(oldest);
  }

  const newest = (client: number): Entry | undefined => waiting.get(client) ?? entries.get(client);

  function mayWrite(client: number, owner: object, { isOrWas }: Speaker): boolean {
    const entry = newest(client);
    // The same person again: a client that reconnected before its old connection was found dead.
    if (entry !== undefined) return entry.owner === owner || isOrWas(entry.userId);
    const before = former.get(client);
    if (before !== undefined && !isOrWas(before.userId)) return false;
    const own = new Set([...entries, ...waiting].flatMap(([known, other]) => (other.owner === owner ? [known] : [])));
    return own.size < maxClientsPerOwner;
  }

  return {
    accept: (owner, update, speaker) => {
      const { identity } = speaker;
      for (const { client, clock, json } of readEntries(update)) {
        if (!mayWrite(client, owner, speaker)) continue;
        const state = readState(json);
        if (state === undefined || clock < (newest(client)?.clock ?? 0)) continue;
        const shown = state === null ? "null" : JSON.stringify({ ...state, user: identity });
        waiting.set(client, { clock, json: shown, owner, userId: identity.id });
      }
    },
    spread: () => {
      const changed = [...waiting].filter(([client, next]) => {
        const before = entries.get(client);
        return before?.owner !== next.owner || before.clock !== next.clock || before.json !== next.json;
      });
      waiting = new Map();
      for (const [client, entry] of changed) entries.set(client, entry);
      return changed.map(([client]) => client);
    },
    acceptForeign: (update, nowMs) => {
      const fresh: WireEntry[] = [];
      for (const { client, clock, json } of readEntries(update, maxForeignBytes)) {
        const before = entries.get(client);
        const state = foreignSchema.safeParse(readState(json));
        const userId = state.success ? state.data.user.id : undefined;
        if (before === undefined ? userId === undefined : !isNews(before, { clock, userId })) continue;
        if (before?.clock !== clock || before.json !== json) fresh.push({ client, clock, json });
        if (userId !== undefined) entries.set(client, { clock, json, owner: foreign, userId, heardMs: nowMs });
        else if (before !== undefined) forget(client, before);
      }
      return encodeSome(fresh);
    },
    expire: (sinceMs) => {
      const silent = [...entries].filter(([, { heardMs }]) => heardMs !== undefined && heardMs < sinceMs);
      for (const [client, entry] of silent) forget(client, entry);
      return encodeSome(silent.map(asGone));
    },
    remove: (owner) => {
      for (const [client, entry] of waiting) if (entry.owner === owner) waiting.delete(client);
      const left = [...entries].filter(([, entry]) => entry.owner === owner);
      for (const [client, entry] of left) forget(client, entry);
      return encodeSome(left.map(asGone));
    },
    encode: (clients = [...entries.keys()]) =>
      encodeEntries(
        clients.flatMap((client) => {
          const entry = entries.get(client);
          return entry === undefined ? [] : [{ client, clock: entry.clock, json: entry.json }];
        }),
      ),
    encodeOwn: ({ maxBytes, clients = [...entries.keys()] }) => {
      const own = clients.flatMap((client) => {
        const entry = entries.get(client);
        return entry === undefined || entry.owner === foreign ? [] : [{ client, clock: entry.clock, json: entry.json }];
      });
      return encodeInParts(own, maxBytes);
    },
    isElsewhere: (client) => (entries.get(client) ?? former.get(client))?.owner === foreign,
    hasForeign: () => [...entries.values()].some(({ owner, json }) => owner === foreign && json !== "null"),
    ownerOf: newest,
    isHere: (userId) =>
      [...entries.keys(), ...waiting.keys()].some((client) => {
        const entry = newest(client);
        return entry?.userId === userId && entry.json !== "null";
      }),
    size: () => entries.size,
  };
}

/** What other processes say counts of their own people; of who is here only if the same person came to them later. */
function isNews(before: Entry, { clock, userId }: { readonly clock: number; readonly userId: string | undefined }): boolean {
  return before.owner === foreign ? clock >= before.clock : clock > before.clock && userId === before.userId;
}

/** The same clock: the client itself comes back with a higher one, and must not be taken for an old state then. */
function asGone([client, { clock }]: readonly [number, Entry]): WireEntry {
  return { client, clock, json: "null" };
}

interface WireEntry {
  readonly client: number;
  readonly clock: number;
  readonly json: string;
}

/** What an awareness update holds; nothing where it is torn or too long. */
export function readEntries(update: Uint8Array, maxBytes: number = maxAwarenessBytes): readonly WireEntry[] {
  if (update.byteLength > maxBytes) return [];
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

function encodeSome(entries: readonly WireEntry[]): Uint8Array | undefined {
  return entries.length === 0 ? undefined : encodeEntries(entries);
}

function encodeInParts(entries: readonly WireEntry[], maxBytes: number): readonly Uint8Array[] {
  const parts: WireEntry[][] = [];
  let bytes = maxBytes;
  for (const entry of entries) {
    const [told, size] = fitted(entry, maxBytes);
    if (bytes + size > maxBytes) {
      parts.push([]);
      bytes = 0;
    }
    parts.at(-1)?.push(told);
    bytes += size;
  }
  return parts.map(encodeEntries);
}

/** An entry and what it takes at most. */
function fitted(entry: WireEntry, maxBytes: number): readonly [WireEntry, bytes: number] {
  const bytes = encodeEntries([entry]).byteLength;
  if (bytes <= maxBytes) return [entry, bytes];
  const state = nameSchema.safeParse(readState(entry.json));
  const told = { ...entry, json: JSON.stringify(state.success ? state.data : null) };
  return [told, encodeEntries([told]).byteLength];
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
