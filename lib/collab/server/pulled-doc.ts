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

/** Something that is not what was stored once. */
export interface PulledFault {
  /** In words. */
  readonly what: string;
  readonly cause: unknown;
  /** What is there of it; undefined where nothing is. */
  readonly payload: Uint8Array | undefined;
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

/**
 * What of a pull after `afterSeq` is not there, in words; undefined where all is. The log has no gaps, and its head, its
 * snapshot and its rows are read as of one moment: whatever is missing was lost.
 */
export function missingFrom({ snapSeq, headSeq, parts }: PulledDoc, afterSeq = 0): string | undefined {
  if (snapSeq > afterSeq && parts[0]?.textSha256 === undefined) return `snapshot ${snapSeq} is missing`;
  const base = Math.max(snapSeq, afterSeq);
  const rows = parts.filter(({ seq, textSha256 }) => textSha256 === undefined && seq > base);
  if (rows.length === headSeq - base && (rows.at(-1)?.seq ?? base) === headSeq) return undefined;
  return `of rows ${base + 1} to ${headSeq} some are missing, or there are more: ${rows.length} are there`;
}

/** The updates of a snapshot or row. Throws where it is torn. */
export function updatesOfPart({ payload, textSha256 }: PulledPart): readonly Uint8Array[] {
  return textSha256 === undefined ? decodePayload(payload) : [payload];
}

/**
 * A document from a whole pull (one after row 0). A row that can't be applied is left out, so that one rotten row doesn't
 * take the rest of the deck with it; so is a snapshot that can't be, while one that rebuilds another text than it was
 * made of is better than none. All of that is told as faults, and so is what is missing.
 */
export function buildDoc(pulled: PulledDoc): { readonly doc: Y.Doc; readonly faults: readonly PulledFault[] } {
  const missing = missingFrom(pulled);
  const missingOnes = missing === undefined ? [] : [{ what: missing, cause: undefined, payload: undefined }];
  const unreadable = new Map<PulledPart, PulledFault>();
  for (;;) {
    const doc = new Y.Doc();
    const falseOnes: PulledFault[] = [];
    let current: PulledPart | undefined;
    try {
      doc.transact(() => {
        for (const part of pulled.parts) {
          if (unreadable.has(part)) continue;
          current = part;
          for (const update of updatesOfPart(part)) Y.applyUpdate(doc, update, "log");
          if (!isTrue(part, doc)) falseOnes.push(faultIn(part, new Error("the snapshot rebuilds another text than it was made of")));
        }
      }, "log");
      return { doc, faults: [...missingOnes, ...unreadable.values(), ...falseOnes] };
    } catch (error) {
      // What threw half-way left the document in pieces: begin anew without that part.
      doc.destroy();
      if (current === undefined || unreadable.has(current)) throw error;
      unreadable.set(current, faultIn(current, error));
    }
  }
}

function faultIn({ seq, payload, textSha256 }: PulledPart, cause: unknown): PulledFault {
  return { what: `${textSha256 === undefined ? "row" : "snapshot"} ${seq} can't be read`, cause, payload };
}

/**
 * Does Yjs hold back something that builds on what is not there? In a whole log that is no damage: a process that still
 * had what a database lost that was set back to a backup may have stored it, and whoever has the rest brings it.
 */
export function hasParked(doc: Y.Doc): boolean {
  return doc.store.pendingStructs !== null || doc.store.pendingDs !== null;
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
