import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";

/**
 * A log row's bytes: updates one after the other, each behind its length. They are kept as they came, since merging
 * updates takes time that grows faster than their number (yjs/yjs#710: 100,000 take minutes).
 */
export function encodePayload(updates: readonly Uint8Array[]): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const update of updates) encoding.writeVarUint8Array(encoder, update);
  return encoding.toUint8Array(encoder);
}

/** The updates of a log row, in order. Throws where the row is torn. */
export function decodePayload(payload: Uint8Array): readonly Uint8Array[] {
  const decoder = decoding.createDecoder(payload);
  const updates: Uint8Array[] = [];
  while (decoding.hasContent(decoder)) updates.push(decoding.readVarUint8Array(decoder));
  return updates;
}
