import * as Y from "yjs";

/** Yjs puts it in the place of half a character, wherever somebody writes between the two. */
const replacement = "\uFFFD";

/**
 * Does what is sent again say the same as what is stored? Yjs looks at numbers alone and ignores what it takes for known:
 * where two clients use one number for different text, one of the two would be lost without a word. What was deleted in
 * the meantime can't be compared any more, but the place it had can.
 */
export function agreesWithStored(doc: Y.Doc, sent: Y.Item): boolean {
  const { client, clock } = sent.id;
  const structs = doc.store.clients.get(client);
  if (structs === undefined) return true;
  const end = Math.min(clock + sent.length, Y.getState(doc.store, client));
  for (let at = clock; at < end;) {
    const stored = structs[Y.findIndexSS(structs, at)];
    if (stored === undefined) return true;
    const next = Math.min(end, stored.id.clock + stored.length);
    if (stored instanceof Y.Item) {
      const isSamePlace = isSameId(originAt(sent, at), originAt(stored, at)) && isSameId(sent.rightOrigin, stored.rightOrigin);
      if (!isSamePlace || !isSameText(textBetween(sent, at, next), textBetween(stored, at, next))) return false;
    }
    at = next;
  }
  return true;
}

/**
 * Does a row of the log say something else under numbers that are known here? Two processes may each have taken one of
 * two clients with one number for the only one.
 */
export function contradictsStored(doc: Y.Doc, row: Uint8Array): boolean {
  const isKnown = (client: number, clock: number) => clock < Y.getState(doc.store, client);
  // Almost every row holds nothing that is known, and is not read twice.
  if (![...Y.parseUpdateMeta(row).from].some(([client, clock]) => isKnown(client, clock))) return false;
  return Y.decodeUpdate(row).structs.some(
    (struct) => struct instanceof Y.Item && isKnown(struct.id.client, struct.id.clock) && !agreesWithStored(doc, struct),
  );
}

/** Does a document hold something that, under the same numbers, reads otherwise in the stored one? */
export function standsApart(doc: Y.Doc, stored: Y.Doc): boolean {
  return [...doc.store.clients.values()].some((structs) => structs.some((struct) => struct instanceof Y.Item && !agreesWithStored(stored, struct)));
}

/** What stood before this character as it was written. */
function originAt(item: Y.Item, clock: number): Y.ID | null {
  return clock === item.id.clock ? item.origin : Y.createID(item.id.client, clock - 1);
}

/** Undefined where it was deleted. */
function textBetween({ id, content }: Y.Item, from: number, to: number): string | undefined {
  return content instanceof Y.ContentString ? content.str.slice(from - id.clock, to - id.clock) : undefined;
}

function isSameText(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined || one === other) return true;
  for (let index = 0; index < one.length; index++) {
    if (one[index] !== other[index] && one[index] !== replacement && other[index] !== replacement) return false;
  }
  return true;
}

function isSameId(one: Y.ID | null, other: Y.ID | null): boolean {
  return one === null || other === null ? one === other : one.client === other.client && one.clock === other.clock;
}
