import * as Y from "yjs";
import { z } from "zod";
import type { CommittedText } from "@/lib/collab/server/collab";
import { decodePayload } from "@/lib/collab/server/payload";
import { placesOf } from "@/lib/collab/server/text-places";

/** What a pull brought: a snapshot where one is newer than what was asked for, and every row after it. */
export interface PulledDoc {
  readonly generation: number;
  readonly headSeq: number;
  readonly snapSeq: number;
  readonly logRows: number;
  readonly logBytes: number;
  /** In order; the snapshot, if any, comes first. */
  readonly parts: readonly { readonly seq: number; readonly updates: readonly Uint8Array[] }[];
}

const rowSchema = z.object({
  generation: z.int(),
  head_seq: z.coerce.number(),
  snap_seq: z.coerce.number(),
  log_rows: z.int(),
  log_bytes: z.coerce.number(),
  is_snapshot: z.boolean().nullable(),
  seq: z.coerce.number().nullable(),
  payload: z.instanceof(Uint8Array).nullable(),
});

/** Rows of the pull statement; undefined where there were none, that is, no document. */
export function readPulled(rows: readonly unknown[]): PulledDoc | undefined {
  const read = rows.map((row) => rowSchema.parse(row));
  const first = read[0];
  if (first === undefined) return undefined;
  const parts = read.flatMap(({ seq, payload, is_snapshot }) =>
    seq === null || payload === null ? [] : [{ seq, updates: is_snapshot === true ? [payload] : decodePayload(payload) }],
  );
  const { generation, head_seq, snap_seq, log_rows, log_bytes } = first;
  return { generation, headSeq: head_seq, snapSeq: snap_seq, logRows: log_rows, logBytes: log_bytes, parts };
}

/**
 * A document from a whole pull (one after row 0). A row that Yjs can't apply is left out, so that one rotten row doesn't
 * take the rest of the deck with it; `onSkipped` hears of it.
 */
export function buildDoc(pulled: PulledDoc, onSkipped?: (seq: number, cause: unknown) => void): Y.Doc {
  const rotten = new Set<number>();
  for (;;) {
    const doc = new Y.Doc();
    let seq = 0;
    try {
      doc.transact(() => {
        for (const part of pulled.parts) {
          ({ seq } = part);
          if (!rotten.has(seq)) for (const update of part.updates) Y.applyUpdate(doc, update, "log");
        }
      }, "log");
      return doc;
    } catch (error) {
      // What threw half-way left the document in pieces: begin anew without that row.
      doc.destroy();
      if (rotten.has(seq)) throw error;
      rotten.add(seq);
      onSkipped?.(seq, error);
    }
  }
}

/** The text at the pulled head. */
export function committedTextOf(pulled: PulledDoc): CommittedText {
  const doc = buildDoc(pulled);
  const text = textAt(doc, { generation: pulled.generation, seq: pulled.headSeq });
  doc.destroy();
  return text;
}

/** A document's text, said to stand at a row of the log. */
export function textAt(doc: Y.Doc, at: { readonly generation: number; readonly seq: number }): CommittedText {
  const text = doc.getText("markdown");
  return { ...at, markdown: text.toString(), places: placesOf(text) };
}
