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
}

/** Characters that one person typed one after the other and that still stand together. */
interface Run {
  readonly start: number;
  readonly client: number;
  readonly clock: number;
  length: number;
}

const rootName = "markdown";

/** The places of a document's text as it is now; takes as long as `toString`. */
export function placesOf(text: Y.Text): TextPlaces {
  const runs = readRuns(text);
  const length = runs.reduce((sum, run) => sum + run.length, 0);
  let byClient: ReadonlyMap<number, readonly Run[]> | undefined;

  function encodeOne(offset: number): Uint8Array {
    const isEnd = offset >= length;
    const at = isEnd ? length - 1 : offset;
    const run = findLast(runs, ({ start }) => start <= at);
    const item = run === undefined ? null : Y.createID(run.client, run.clock + at - run.start);
    return Y.encodeRelativePosition(new Y.RelativePosition(null, item === null ? rootName : null, item, isEnd ? -1 : 0));
  }

  function locateOne(encoded: Uint8Array): number | "gone" {
    const { item, tname, assoc } = Y.decodeRelativePosition(encoded);
    if (item === null) return tname !== rootName ? "gone" : assoc < 0 ? 0 : length;
    byClient ??= sortByClient(runs);
    const run = findLast(byClient.get(item.client) ?? [], ({ clock }) => clock <= item.clock);
    if (run === undefined || item.clock >= run.clock + run.length) return "gone";
    return run.start + item.clock - run.clock + (assoc < 0 ? 1 : 0);
  }

  return { encode: (offsets) => offsets.map(encodeOne), locate: (positions) => positions.map(locateOne) };
}

/** The living characters in their order. */
function readRuns(text: Y.Text): readonly Run[] {
  const runs: Run[] = [];
  let start = 0;
  for (let item = text._start; item !== null; item = item.right) {
    // Formats and embedded things are no characters: `toString` knows nothing of them.
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
    const { client, clock } = item.id;
    const last = runs.at(-1);
    if (last !== undefined && last.client === client && last.clock + last.length === clock) last.length += item.length;
    else runs.push({ start, client, clock, length: item.length });
    start += item.length;
  }
  return runs;
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
