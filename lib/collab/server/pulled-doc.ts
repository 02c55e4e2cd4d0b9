import { createHash } from "node:crypto";
import * as Y from "yjs";
import { z } from "zod";
import type { CommittedText } from "@/lib/collab/server/committed-text";
import { decodePayload } from "@/lib/collab/server/payload";
import { placesOf } from "@/lib/collab/server/text-places";

/** A snapshot or a row of the log. */
export interface PulledPart {
  readonly seq: number;
  /** As it is stored. */
  readonly payload: Uint8Array;
  /** Of a snapshot's text; undefined for a row. */
  readonly textSha256: Uint8Array | undefined;
}

/** What a pull brought: a snapshot where one is newer than what was asked for, and every row after it. */
export interface PulledDoc {
  readonly generation: number;
  readonly headSeq: number;
  readonly snapSeq: number;
  /** In order; the snapshot, if any, comes first. */
  readonly parts: readonly PulledPart[];
}

/** A part that is not what was stored once. */
export interface PulledFault {
  readonly part: PulledPart;
  readonly cause: unknown;
}

const rowSchema = z.object({
  generation: z.int(),
  head_seq: z.coerce.number(),
  snap_seq: z.coerce.number(),
  text_sha256: z.instanceof(Uint8Array).nullable(),
  seq: z.coerce.number().nullable(),
  payload: z.instanceof(Uint8Array).nullable(),
});

/** Rows of the pull statement; undefined where there were none, that is, no document. */
export function readPulled(rows: readonly unknown[]): PulledDoc | undefined {
  const read = rows.map((row) => rowSchema.parse(row));
  const first = read[0];
  if (first === undefined) return undefined;
  const parts = read.flatMap(({ seq, payload, text_sha256 }) =>
    seq === null || payload === null ? [] : [{ seq, payload, textSha256: text_sha256 ?? undefined }],
  );
  return { generation: first.generation, headSeq: first.head_seq, snapSeq: first.snap_seq, parts };
}

/** The updates of a snapshot or row. Throws where it is torn. */
export function updatesOfPart({ payload, textSha256 }: PulledPart): readonly Uint8Array[] {
  return textSha256 === undefined ? decodePayload(payload) : [payload];
}

/**
 * A document from a whole pull (one after row 0). A row that can't be applied is left out, so that one rotten row doesn't
 * take the rest of the deck with it; so is a snapshot that can't be, while one that rebuilds another text than it was
 * made of is better than none. Both are told as faults.
 */
export function buildDoc(pulled: PulledDoc): { readonly doc: Y.Doc; readonly faults: readonly PulledFault[] } {
  const faults = new Map<PulledPart, PulledFault>();
  for (;;) {
    const doc = new Y.Doc();
    const falseOnes: PulledFault[] = [];
    let current: PulledPart | undefined;
    try {
      doc.transact(() => {
        for (const part of pulled.parts) {
          if (faults.has(part)) continue;
          current = part;
          for (const update of updatesOfPart(part)) Y.applyUpdate(doc, update, "log");
          if (!isTrue(part, doc)) falseOnes.push({ part, cause: new Error("the snapshot rebuilds another text than it was made of") });
        }
      }, "log");
      return { doc, faults: [...faults.values(), ...falseOnes] };
    } catch (error) {
      // What threw half-way left the document in pieces: begin anew without that part.
      doc.destroy();
      if (current === undefined || faults.has(current)) throw error;
      faults.set(current, { part: current, cause: error });
    }
  }
}

/** A snapshot comes first: what the document holds then is what it was made of. */
function isTrue({ textSha256 }: PulledPart, doc: Y.Doc): boolean {
  return textSha256 === undefined || Buffer.compare(textSha256, sha256Of(doc.getText("markdown").toString())) === 0;
}

/** What a snapshot is known by. */
export function sha256Of(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

/** A document's text, said to stand at a row of the log. */
export function textAt(doc: Y.Doc, at: { readonly generation: number; readonly seq: number }): CommittedText {
  const text = doc.getText("markdown");
  return { ...at, markdown: text.toString(), places: placesOf(text) };
}
