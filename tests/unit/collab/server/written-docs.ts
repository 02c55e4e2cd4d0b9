import * as encoding from "lib0/encoding";
import fc from "fast-check";
import * as Y from "yjs";
import { judgeUpdate } from "@/lib/collab/server/guard-update";
import { areGaps } from "@/lib/collab/server/neighbours";

/** A deck with this text. */
export function deck(markdown: string): Y.Doc {
  const doc = new Y.Doc();
  doc.getText("markdown").insert(0, markdown);
  return doc;
}

/** The same as one update. */
export function stateOf(markdown: string): Uint8Array {
  return Y.encodeStateAsUpdate(deck(markdown));
}

export function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

/** What `change` sends over the socket. */
export function updateBy(doc: Y.Doc, change: (text: Y.Text) => void): Uint8Array {
  let sent = new Uint8Array();
  doc.once("update", (update: Uint8Array) => {
    sent = Uint8Array.from(update);
  });
  doc.transact(() => change(doc.getText("markdown")));
  return sent;
}

/** One character, by who wrote it and which of theirs it is. */
export interface Place {
  readonly client: number;
  readonly clock: number;
}

/** A text that says itself where it stands; beside nothing it stands in an empty deck. */
export interface WrittenText {
  readonly behind?: Place | undefined;
  readonly before?: Place | undefined;
  readonly text: string;
}

/** An update with what each client wrote from its first character on, whether that makes sense or not, and what it deletes of whom. */
export function updateOfTexts(parts: ReadonlyMap<number, readonly WrittenText[]>, deleted: readonly Place[] = []): Uint8Array {
  const encoder = encoding.createEncoder();
  const write = (...numbers: readonly number[]) => numbers.forEach((number) => encoding.writeVarUint(encoder, number));
  write(parts.size);
  for (const [client, texts] of parts) {
    write(texts.length, client, 0);
    for (const { behind, before, text } of texts) {
      encoding.writeUint8(encoder, 4 + (behind === undefined ? 0 : 0x80) + (before === undefined ? 0 : 0x40));
      for (const place of [behind, before]) if (place !== undefined) write(place.client, place.clock);
      if (behind === undefined && before === undefined) {
        write(1);
        encoding.writeVarString(encoder, "markdown");
      }
      encoding.writeVarString(encoder, text);
    }
  }
  write(deleted.length);
  for (const { client, clock } of deleted) write(client, 1, clock, 1);
  return encoding.toUint8Array(encoder);
}

/** Two characters, each of which says that it stands behind the other. */
export function circleOf(one: number, other: number): Uint8Array {
  const behind = (client: number) => [{ behind: { client, clock: 0 }, text: "x" }];
  return updateOfTexts(
    new Map([
      [other, behind(one)],
      [one, behind(other)],
    ]),
  );
}

/** What two or three clients wrote beside each other's characters and those of one who is known, whoever was first. */
export function textsOfSeveral(known: number): fc.Arbitrary<Uint8Array> {
  const newOnes = [11, 22, 33];
  const place = fc.record({ client: fc.constantFrom(known, ...newOnes), clock: fc.nat(1) });
  const beside = fc.option(place, { nil: undefined, freq: 2 });
  const part = fc.array(fc.record({ behind: beside, before: beside, text: fc.constantFrom("a", "bc") }), { minLength: 1, maxLength: 2 });
  return fc.tuple(fc.shuffledSubarray(newOnes, { minLength: 2 }), part, part, part).map(([clients, ...parts]) => {
    // Beside what they write later themselves nobody writes.
    const written = (client: number, texts: readonly WrittenText[]) =>
      texts.map(({ behind, before, text }, index) => {
        const [left, right] = [behind, before].map((it) => (it?.client === client && it.clock >= index ? undefined : it));
        return { behind: left, before: right, text };
      });
    return updateOfTexts(new Map(clients.map((client, index) => [client, written(client, parts[index] ?? [])] as const)));
  });
}

/** Does Yjs take an update without holding anything of it back? */
export function isTakenWhole(doc: Y.Doc, update: Uint8Array): boolean {
  try {
    Y.applyUpdate(doc, update);
  } catch {
    return false;
  }
  return doc.store.pendingStructs === null && doc.store.pendingDs === null;
}

/** Does an update say that it stands between two that never were neighbours? A room that is told so only as it takes it in breaks. */
export function isMisplaced(room: Y.Doc, update: Uint8Array): boolean {
  const verdict = judgeUpdate(room, update, () => true);
  if (verdict.state === "bad") return verdict.reason.includes("neighbours");
  if (verdict.state !== "fine") return false;
  const copy = copyOf(room);
  Y.applyUpdate(copy, update);
  return !areGaps(copy, verdict.gaps);
}
