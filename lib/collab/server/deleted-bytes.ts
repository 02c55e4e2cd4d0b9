import * as Y from "yjs";
import { utf8Bytes } from "@/lib/collab/protocol/text-size";

/** What an update deletes, as it was decoded: for each client where its characters begin and how many they are. */
export interface Deletions {
  readonly clients: ReadonlyMap<number, readonly { readonly clock: number; readonly len: number }[]>;
}

/** UTF-8 bytes of a document's text that would be gone with these deletions. What is deleted already counts for nothing. */
export function deletedBytes(doc: Y.Doc, { clients }: Deletions): number {
  let bytes = 0;
  for (const [client, ranges] of clients) {
    const structs = doc.store.clients.get(client) ?? [];
    const known = Y.getState(doc.store, client);
    let from = 0;
    // In order, so that what is named twice counts once.
    for (const { clock, len } of ranges.toSorted((one, other) => one.clock - other.clock)) {
      from = Math.max(from, clock);
      const end = Math.min(clock + len, known);
      if (from >= end) continue;
      bytes += bytesBetween(structs, from, end);
      from = end;
    }
  }
  return bytes;
}

function bytesBetween(structs: (Y.Item | Y.GC)[], from: number, end: number): number {
  let bytes = 0;
  for (let index = Y.findIndexSS(structs, from); index < structs.length; index++) {
    const struct = structs[index];
    if (struct === undefined || struct.id.clock >= end) break;
    if (!(struct instanceof Y.Item) || struct.deleted || !(struct.content instanceof Y.ContentString)) continue;
    const { clock } = struct.id;
    bytes += utf8Bytes(struct.content.str.slice(Math.max(0, from - clock), end - clock));
  }
  return bytes;
}
