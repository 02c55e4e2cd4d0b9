import * as decoding from "lib0/decoding";
import * as Y from "yjs";
import { maxFrameBytes } from "@/lib/collab/protocol/limits";
import { utf8Bytes } from "@/lib/collab/protocol/text-size";
import type { Deletions } from "@/lib/collab/server/deleted-bytes";
import { agreesWithStored } from "@/lib/collab/server/known-text";
import { areGaps, gapsIn, type Gap } from "@/lib/collab/server/neighbours";
import { isCircular, placeableOf } from "@/lib/collab/server/placing";
import { isPlainUpdate } from "@/lib/collab/server/plain-update";

/** What is to be done with an update somebody sent. Only `fine` ones are applied. */
export type Verdict =
  | {
      readonly state: "fine";
      /** What was judged, to be applied as it is. */
      readonly update: Uint8Array;
      /** UTF-8 bytes of the text it may add. */
      readonly insertedBytes: number;
      /** Line ends that are not LF came in: make them so. */
      readonly hasCarriageReturns: boolean;
      readonly deletions: Deletions;
      /** Who gets it as it came in has what the document has (`isPlainUpdate`). */
      readonly isPlain: boolean;
      /** It has many parts, and each may be looked for a place among all there are: working it in may take long. */
      readonly isLong: boolean;
      /** The clients whose text it adds to. */
      readonly clients: readonly number[];
      /** Where some of it says it stands, which can be told only once it is in the document (`applyWhole`). */
      readonly gaps: readonly Gap[];
    }
  /**
   * Some of it builds on changes that are not here, or on itself in a circle. Yjs would park that in silence and send it on
   * to everybody; `rest` is without it.
   */
  | { readonly state: "gap" | "circular"; readonly rest: () => Uint8Array }
  /** It adds to the text of a client that is somebody else's. */
  | { readonly state: "foreign"; readonly client: number }
  /** It has other text under numbers that are taken: what it builds on is not what is here. */
  | { readonly state: "apart"; readonly reason: string }
  /** It is no update of a deck's text, or it would harm the document. */
  | { readonly state: "bad"; readonly reason: string };

/** A client can't add more characters than fit into a frame; a clock that jumps further would make Yjs ignore all its author types next. */
const maxNewClocks = maxFrameBytes;
/** Yjs counts a client's characters in 31 bits in places. */
const maxClock = 2 ** 31;
/** What somebody types has one or two, what takes the place of a selection one for each hand that wrote in it. */
const maxPartsOfShort = 8;

/**
 * Judges an update before Yjs may touch the document with it: decoding first is cheap and has no effect, applying a
 * hostile one allocates without bound, parks it for ever or silences its victim (yjs/yjs#687, #550). `mayWrite` says
 * whether the sender may add to what a client wrote.
 */
export function judgeUpdate(doc: Y.Doc, update: Uint8Array, mayWrite: (client: number) => boolean): Verdict {
  let decoded: Decoded;
  try {
    decoded = Y.decodeUpdate(update);
  } catch (error) {
    return { state: "bad", reason: `can't be decoded: ${error instanceof Error ? error.message : "unknown"}` };
  }
  const oddity = jumpIn(doc, decoded) ?? oddityOf(update, decoded);
  if (oddity !== undefined) return { state: "bad", reason: oddity };
  const stateOf = (client: number) => Y.getState(doc.store, client);
  const known = knownAfter(stateOf, decoded.structs);
  if (known === undefined) return unplaced("gap", decoded, stateOf);
  if (isEntangled(decoded, known, stateOf)) return unplaced("circular", decoded, stateOf);
  let insertedBytes = 0;
  let hasCarriageReturns = false;
  const clients = new Set<number>();
  for (const struct of decoded.structs) {
    const { client, clock } = struct.id;
    const stored = Y.getState(doc.store, client);
    if (clock < stored && struct instanceof Y.Item && !agreesWithStored(doc, struct)) {
      return { state: "apart", reason: `client ${client} has written something else at ${clock}` };
    }
    if (struct instanceof Y.Item) {
      // Yjs looks for these also where it knows the text already. A parent stands there only where it can't be had from a neighbour.
      const parent: unknown = struct.parent;
      if (struct.parentSub !== null || (parent !== null && parent !== "markdown")) return { state: "bad", reason: "writes beside the text" };
      if (!isKnown(known, stateOf, struct.origin) || !isKnown(known, stateOf, struct.rightOrigin)) return unplaced("gap", decoded, stateOf);
    }
    if (clock + struct.length <= stored) continue;
    clients.add(client);
    if (!(struct instanceof Y.Item)) return { state: "bad", reason: "holds something that is no text" };
    const { content } = struct;
    if (content instanceof Y.ContentString) {
      insertedBytes += utf8Bytes(content.str);
      hasCarriageReturns ||= content.str.includes("\r");
    } else if (!(content instanceof Y.ContentDeleted)) {
      return { state: "bad", reason: "holds something that is no text" };
    }
  }
  for (const client of clients) if (!mayWrite(client)) return { state: "foreign", client };
  if (!deletesKnown(decoded, known, stateOf)) return unplaced("gap", decoded, stateOf);
  const gaps = gapsIn(doc, decoded);
  if (!areGaps(doc, gaps.here)) return { state: "bad", reason: "stands between two that never were neighbours" };
  const isLong = partsOf(decoded) > maxPartsOfShort;
  const isPlain = !isLong && isPlainUpdate(decoded, { stateOf, hasCarriageReturns });
  return {
    state: "fine",
    update,
    insertedBytes,
    hasCarriageReturns,
    deletions: decoded.ds,
    isPlain,
    isLong,
    clients: [...clients],
    gaps: gaps.arriving,
  };
}

function unplaced(state: "gap" | "circular", decoded: Decoded, stateOf: StateOf): Verdict {
  return { state, rest: () => placeableOf(decoded, stateOf) };
}

function partsOf({ structs, ds }: Decoded): number {
  return [...ds.clients.values()].reduce((parts, ranges) => parts + ranges.length, structs.length);
}

/**
 * How far the text of each client would be known with an update that was judged elsewhere; undefined where it builds on
 * something that is not known. Throws where it is torn.
 */
export function extentWith(update: Uint8Array, stateOf: StateOf): ReadonlyMap<number, number> | undefined {
  const decoded = Y.decodeUpdate(update);
  const known = knownAfter(stateOf, decoded.structs);
  if (known === undefined || !deletesKnown(decoded, known, stateOf) || isEntangled(decoded, known, stateOf)) return undefined;
  const isFitting = decoded.structs.every(
    (struct) => !(struct instanceof Y.Item) || (isKnown(known, stateOf, struct.origin) && isKnown(known, stateOf, struct.rightOrigin)),
  );
  return isFitting ? known : undefined;
}

/** How far the text of a client is known. */
type StateOf = (client: number) => number;
type Decoded = ReturnType<typeof Y.decodeUpdate>;

/** Where a client's characters go further than anybody can have typed. */
function jumpIn(doc: Y.Doc, { structs }: Decoded): string | undefined {
  const starts = new Map<number, number>();
  for (const { id, length } of structs) {
    const { client, clock } = id;
    const from = Math.max(starts.get(client) ?? clock, Y.getState(doc.store, client));
    const to = clock + length;
    if (!starts.has(client)) starts.set(client, clock);
    if (to - from > maxNewClocks || to >= maxClock) return `client ${client} jumps from ${from} to ${to}`;
  }
  return undefined;
}

/**
 * What no Yjs writes and every Yjs applies: it reads it otherwise than it was judged, throws half-way, or keeps it and
 * passes something else on, so that the document is another one than its log from then on.
 */
function oddityOf(update: Uint8Array, { structs, ds }: Decoded): string | undefined {
  const parts = decoding.readVarUint(decoding.createDecoder(update));
  // Applying takes the last of two parts that are one client's, decoding takes both.
  if (parts !== new Set(structs.map(({ id }) => id.client)).size) return "does not hold one part for each client";
  for (const struct of structs) {
    const { client, clock } = struct.id;
    // Two structs would have one number: which of them is passed on is chance.
    if (struct.length === 0) return `has nothing at ${clock} of client ${client}`;
    // Yjs looks for what others wrote alone before it begins.
    const isLater = (id: Y.ID | null) => id?.client === client && id.clock >= clock;
    if (struct instanceof Y.Item && (isLater(struct.origin) || isLater(struct.rightOrigin)))
      return `client ${client} builds at ${clock} on what comes later`;
  }
  // One that stands at the end of what is known is kept for ever for what might come there.
  return [...ds.clients.values()].flat().some(({ len }) => len === 0) ? "deletes nothing somewhere" : undefined;
}

/** How far each client's characters would be known with these structs; undefined where some are missing in between. */
function knownAfter(stateOf: StateOf, structs: Decoded["structs"]): ReadonlyMap<number, number> | undefined {
  const known = new Map<number, number>();
  for (const struct of structs) {
    const { client, clock } = struct.id;
    const end = clock + struct.length;
    const sofar = known.get(client) ?? stateOf(client);
    if (clock > sofar || (struct instanceof Y.Skip && end > sofar)) return undefined;
    known.set(client, Math.max(sofar, end));
  }
  return known;
}

/** What one client wrote alone, as whoever types, is in no circle: it builds on what is here, and on what it wrote before. */
function isEntangled(decoded: Decoded, known: ReadonlyMap<number, number>, stateOf: StateOf): boolean {
  return known.size > 1 && isCircular(decoded, stateOf);
}

function isKnown(known: ReadonlyMap<number, number>, stateOf: StateOf, id: Y.ID | null): boolean {
  return id === null || id.clock < (known.get(id.client) ?? stateOf(id.client));
}

function deletesKnown({ ds }: Decoded, known: ReadonlyMap<number, number>, stateOf: StateOf): boolean {
  return [...ds.clients].every(([client, ranges]) => {
    const end = known.get(client) ?? stateOf(client);
    return ranges.every((range) => range.clock + range.len <= end);
  });
}
