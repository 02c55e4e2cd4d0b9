import * as Y from "yjs";

/** What something says it was written between: two characters, or null for the start and the end of the text. */
export interface Gap {
  readonly behind: Y.ID | null;
  readonly before: Y.ID | null;
}

type Decoded = ReturnType<typeof Y.decodeUpdate>;
/** The text that a character is in. */
type ItemAt = (id: Y.ID) => Y.Item | undefined;

/** More steps than this from one character to the next, and all are counted through once instead. */
const maxSteps = 1_000;

/**
 * Between which two the new text of an update says it stands, but for what is evident. What is left are two that met
 * without being written beside each other, as where two people wrote at one place at once, or that never met. Of those
 * `here` both are in the document; one of the `arriving` ones comes with the update, and where it will stand only Yjs tells.
 */
export function gapsIn(doc: Y.Doc, { structs }: Pick<Decoded, "structs">): { readonly here: readonly Gap[]; readonly arriving: readonly Gap[] } {
  const isStored = (id: Y.ID | null) => id === null || id.clock < Y.getState(doc.store, id.client);
  const newItems = structs.filter(
    (struct): struct is Y.Item => struct instanceof Y.Item && struct.id.clock + struct.length > Y.getState(doc.store, struct.id.client),
  );
  let arrivingItems: ReadonlyMap<number, Y.Item[]> | undefined;
  const itemAt: ItemAt = (id) => {
    if (isStored(id)) return itemOf(doc.store.clients.get(id.client), id);
    arrivingItems ??= byClient(newItems);
    return itemOf(arrivingItems.get(id.client), id);
  };
  const here: Gap[] = [];
  const arriving: Gap[] = [];
  for (const { id, origin: behind, rightOrigin: before } of newItems) {
    // Its first part is here, and what is known of it was compared.
    if (id.clock < Y.getState(doc.store, id.client)) continue;
    const gap = { behind, before };
    if (isEvident(gap, itemAt)) continue;
    (isStored(behind) && isStored(before) ? here : arriving).push(gap);
  }
  return { here, arriving };
}

/**
 * Can the two of each gap ever have been neighbours? They stand in this order, and neither was written beside something
 * that stands between them. No Yjs writes between two others, and where it puts what says so depends on what came first.
 * All of them have to be in the document. Takes time in proportion to the text and the number of gaps at worst.
 */
export function areGaps(doc: Y.Doc, gaps: readonly Gap[]): boolean {
  const text = doc.getText("markdown");
  const itemAt: ItemAt = (id) => itemOf(doc.store.clients.get(id.client), id);
  const far: Gap[] = [];
  let steps = maxSteps;
  for (const gap of gaps) {
    if (isEvident(gap, itemAt)) continue;
    const first = gap.behind === null ? text._start : (itemAt(gap.behind) ?? null);
    const last = gap.before === null ? undefined : itemAt(gap.before);
    const places = new Map<Y.Item, number>();
    steps -= walk(first, { sought: itemsOf([gap], itemAt), last, maxSteps: steps, places });
    if (steps === 0) far.push(gap);
    else if (!isGap(gap, itemAt, places)) return false;
  }
  if (far.length === 0) return true;
  const places = new Map<Y.Item, number>();
  walk(text._start, { sought: itemsOf(far, itemAt), last: undefined, maxSteps: Number.POSITIVE_INFINITY, places });
  return far.every((gap) => isGap(gap, itemAt, places));
}

/**
 * One of the two was written beside the other, so nothing stands between them but what its author didn't know. For whoever
 * writes between two this is so, except where the two came from people who didn't know of each other.
 */
function isEvident({ behind, before }: Gap, itemAt: ItemAt): boolean {
  if (before === null) return behind === null || itemAt(behind)?.rightOrigin === null;
  if (isSame(originOf(before, itemAt), behind)) return true;
  return behind !== null && isSame(itemAt(behind)?.rightOrigin, before);
}

/** `places`: of all that may stand between the two, from left to right. */
function isGap({ behind, before }: Gap, itemAt: ItemAt, places: ReadonlyMap<Y.Item, number>): boolean {
  const isBefore = (one: Y.ID | null, other: Y.ID | null) => {
    if (one === null || other === null) return true;
    const [left, right] = [itemAt(one), itemAt(other)].map((item) => (item === undefined ? undefined : places.get(item)));
    if (left === undefined || right === undefined) return false;
    return left === right ? one.clock < other.clock : left < right;
  };
  const isBetween = (id: Y.ID | null | undefined) => id !== null && id !== undefined && isBefore(behind, id) && isBefore(id, before);
  if (!isBefore(behind, before)) return false;
  return !isBetween(before && originOf(before, itemAt)) && !isBetween(behind && itemAt(behind)?.rightOrigin);
}

interface Walk {
  readonly sought: ReadonlySet<Y.Item>;
  readonly last: Y.Item | undefined;
  readonly maxSteps: number;
  /** Where those that are sought stand is written down here. */
  readonly places: Map<Y.Item, number>;
}

/** From one to the last or the end, if that isn't too far; how many steps it took. */
function walk(first: Y.Item | null, { sought, last, maxSteps, places }: Walk): number {
  let steps = 0;
  for (let item = first; item !== null && steps < maxSteps; item = item.right) {
    if (sought.has(item)) places.set(item, steps);
    steps++;
    if (item === last) break;
  }
  return steps;
}

function byClient(items: readonly Y.Item[]): ReadonlyMap<number, Y.Item[]> {
  const groups = new Map<number, Y.Item[]>();
  for (const item of items) {
    const group = groups.get(item.id.client);
    if (group === undefined) groups.set(item.id.client, [item]);
    else group.push(item);
  }
  return groups;
}

/** All whose order decides about these gaps. */
function itemsOf(gaps: readonly Gap[], itemAt: ItemAt): ReadonlySet<Y.Item> {
  const items = new Set<Y.Item>();
  for (const { behind, before } of gaps) {
    for (const id of [behind, before, before && originOf(before, itemAt), behind && itemAt(behind)?.rightOrigin]) {
      const item = id ? itemAt(id) : undefined;
      if (item !== undefined) items.add(item);
    }
  }
  return items;
}

/** What stood before this character as it was written; undefined where that can't be told. */
function originOf(id: Y.ID, itemAt: ItemAt): Y.ID | null | undefined {
  const item = itemAt(id);
  return item === undefined || id.clock === item.id.clock ? item?.origin : Y.createID(id.client, id.clock - 1);
}

/** Among all that is known of a client, in order. */
function itemOf(structs: readonly (Y.GC | Y.Item)[] | undefined, { clock }: Y.ID): Y.Item | undefined {
  let [from, to] = [0, structs?.length ?? 0];
  while (to - from > 1) {
    const middle = (from + to) >>> 1;
    if ((structs?.[middle]?.id.clock ?? 0) <= clock) from = middle;
    else to = middle;
  }
  const found = structs?.[from];
  return found instanceof Y.Item ? found : undefined;
}

function isSame(one: Y.ID | null | undefined, other: Y.ID | null): boolean {
  if (one === undefined) return false;
  return one === null || other === null ? one === other : one.client === other.client && one.clock === other.clock;
}
