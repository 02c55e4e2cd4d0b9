import * as Y from "yjs";

/**
 * Where every character of a text came from, as the text stood at one moment. It holds no document, so it still speaks
 * of that moment when the document has gone on.
 */
export interface TextPlaces {
  /**
   * Yjs relative positions of UTF-16 offsets, encoded, to be kept. Each holds on to the character at its offset; at the
   * text's end to the one before it, so that what is written behind it later isn't taken for it.
   */
  readonly encode: (offsets: readonly number[]) => readonly Uint8Array[];
  /**
   * Where kept positions are in this text. A position whose character was deleted is gone: Yjs itself would answer with
   * a neighbour, which may belong to anything.
   */
  readonly locate: (positions: readonly Uint8Array[]) => readonly (number | "gone")[];
  /** A stretch of the text, to be kept: it holds on to its first and its last character. */
  readonly encodeRange: (range: TextRange) => EncodedRange;
  /**
   * Where a kept stretch is: what is left of it, where characters at its ends were deleted; "gone" where nothing is left,
   * or where its positions say nothing of this text.
   */
  readonly locateRange: (range: EncodedRange) => TextRange | "gone";
}

/** UTF-16 offsets; `end` is behind the last character. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Yjs relative positions of a stretch's first character and of the end of its last one. */
export interface EncodedRange {
  readonly start: Uint8Array;
  readonly end: Uint8Array;
}

/** Characters that one person typed one after the other and that still stand together, or were deleted together. */
interface Run {
  /** Where it is; where it was, in one that was deleted. */
  readonly start: number;
  readonly client: number;
  readonly clock: number;
  length: number;
}

const rootName = "markdown";

/** The places of a document's text as it is now; takes as long as `toString`. */
export function placesOf(text: Y.Text): TextPlaces {
  const { living, deleted } = readRuns(text);
  const length = living.reduce((sum, run) => sum + run.length, 0);
  const findLiving = memoize(() => finderOf(living));
  const findDeleted = memoize(() => finderOf(deleted));

  /** Holds on to the character at the offset (assoc 0), or to the one before it (assoc -1). */
  function encodeOne(offset: number, assoc = offset >= length ? -1 : 0): Uint8Array {
    const at = assoc < 0 ? Math.min(offset, length) - 1 : offset;
    const run = findLast(living, ({ start }) => start <= at);
    const item = run === undefined ? null : Y.createID(run.client, run.clock + at - run.start);
    return Y.encodeRelativePosition(new Y.RelativePosition(null, item === null ? rootName : null, item, assoc));
  }

  function locateOne(encoded: Uint8Array): number | "gone" {
    const { item, tname, assoc } = Y.decodeRelativePosition(encoded);
    if (item === null) return tname !== rootName ? "gone" : assoc < 0 ? 0 : length;
    const run = findLiving()(item);
    return run === undefined ? "gone" : run.start + item.clock - run.clock + (assoc < 0 ? 1 : 0);
  }

  /** Where it is, or where a deleted one was. */
  function locateEnd(encoded: Uint8Array): number | "gone" {
    const { item } = Y.decodeRelativePosition(encoded);
    const place = locateOne(encoded);
    return place === "gone" && item !== null ? (findDeleted()(item)?.start ?? "gone") : place;
  }

  return {
    encode: (offsets) => offsets.map((offset) => encodeOne(offset)),
    locate: (positions) => positions.map(locateOne),
    encodeRange: ({ start, end }) => ({ start: encodeOne(start, 0), end: encodeOne(end, -1) }),
    locateRange: (range) => {
      const [start, end] = [locateEnd(range.start), locateEnd(range.end)];
      return start === "gone" || end === "gone" || end <= start ? "gone" : { start, end };
    },
  };
}

/** The characters in their order, those that are deleted apart. */
function readRuns(text: Y.Text): { readonly living: readonly Run[]; readonly deleted: readonly Run[] } {
  const living: Run[] = [];
  const deleted: Run[] = [];
  let start = 0;
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted) {
      // Between two that were deleted together somebody may have written.
      add(deleted, item, { start, isBehind: deleted.at(-1)?.start === start });
      continue;
    }
    // Formats and embedded things are no characters: `toString` knows nothing of them.
    if (!(item.content instanceof Y.ContentString)) continue;
    add(living, item, { start, isBehind: true });
    start += item.length;
  }
  return { living, deleted };
}

function add(
  runs: Run[],
  { id: { client, clock }, length }: Y.Item,
  { start, isBehind }: { readonly start: number; readonly isBehind: boolean },
): void {
  const last = runs.at(-1);
  if (isBehind && last !== undefined && last.client === client && last.clock + last.length === clock) last.length += length;
  else runs.push({ start, client, clock, length });
}

/** Finds the run that holds a character. */
function finderOf(runs: readonly Run[]): (item: Y.ID) => Run | undefined {
  const byClient = sortByClient(runs);
  return (item) => {
    const run = findLast(byClient.get(item.client) ?? [], ({ clock }) => clock <= item.clock);
    return run !== undefined && item.clock < run.clock + run.length ? run : undefined;
  };
}

function memoize<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function sortByClient(runs: readonly Run[]): ReadonlyMap<number, readonly Run[]> {
  const byClient = new Map<number, Run[]>();
  for (const run of runs) {
    const list = byClient.get(run.client);
    if (list === undefined) byClient.set(run.client, [run]);
    else list.push(run);
  }
  for (const list of byClient.values()) list.sort((a, b) => a.clock - b.clock);
  return byClient;
}

/** By halving: `holds` is true for the first ones and false from somewhere on. */
function findLast(runs: readonly Run[], holds: (run: Run) => boolean): Run | undefined {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const run = runs[middle];
    if (run !== undefined && holds(run)) low = middle + 1;
    else high = middle;
  }
  return runs[low - 1];
}
