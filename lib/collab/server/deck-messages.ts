import { z } from "zod";
import { besideText, restoredSchema } from "@/lib/collab/protocol/hello";
import { encodePayload } from "@/lib/collab/server/payload";

/** Changes of one room that were announced, by their numbers. */
const announcedRowSchema = z.object({ room: z.string(), first: z.int(), count: z.int().positive() });
const announcementSchema = z.object({
  kind: z.literal("change"),
  generation: z.int(),
  room: z.string(),
  first: z.int(),
  userId: z.uuid(),
  payload: z.base64(),
});

/** What processes tell each other about a deck over the bus. All of it can be lost: Postgres says what is true. */
const deckMessageSchema = z.discriminatedUnion("kind", [
  /** Somebody wrote these changes, and they are not stored yet. */
  announcementSchema,
  /** A row was committed; its bytes are left out where they were announced, or where the bus can't carry them. */
  z.object({
    kind: z.literal("row"),
    generation: z.int(),
    seq: z.int(),
    payload: z.base64().optional(),
    announced: announcedRowSchema.optional(),
  }),
  z.object({ kind: z.literal("awareness"), update: z.base64() }),
  /** A process opened the deck: whoever has people in it says who. */
  z.object({ kind: z.literal("who") }),
  /** Something beside the text changed: whoever is connected fetches it. */
  z.object({ kind: z.literal("hint"), about: z.enum(besideText), rev: z.number() }),
  restoredSchema.extend({ kind: z.literal("restored") }),
  /** Somebody's connection broke off. */
  z.object({ kind: z.literal("lost"), user: z.object({ id: z.string(), name: z.string(), color: z.string() }) }),
  z.object({ kind: z.literal("close"), reason: z.enum(["deleted", "replaced", "renewed"]), by: z.string().optional() }),
]);

export type AnnouncedRow = Readonly<z.infer<typeof announcedRowSchema>>;
export type Announcement = Readonly<z.infer<typeof announcementSchema>>;
export type DeckMessage = Readonly<z.infer<typeof deckMessageSchema>>;

const senderSchema = z.object({ from: z.string(), message: z.unknown() });

/** What a message takes beside its payload, at most. */
const envelopeBytes = 200;

/** So many bytes go into a message as base64 on a bus that carries messages of at most `maxMessageBytes`. */
export function carriedBytes(maxMessageBytes: number): number {
  return Math.floor(((maxMessageBytes - envelopeBytes) * 3) / 4) - 2;
}

/** So many bytes of changes go into one announcement, which says more than other messages. */
export function announcementBytes(maxMessageBytes: number): number {
  return carriedBytes(maxMessageBytes) - envelopeBytes;
}

/** Tells of a committed row, with its bytes where the bus can carry them. */
export function rowMessage(
  { generation, seq, updates }: { readonly generation: number; readonly seq: number; readonly updates: readonly Uint8Array[] },
  maxMessageBytes: number,
): DeckMessage {
  const payload = encodePayload(updates);
  const isCarried = payload.byteLength <= carriedBytes(maxMessageBytes);
  return { kind: "row", generation, seq, ...(isCarried ? { payload: Buffer.from(payload).toString("base64") } : {}) };
}

/** The channel of the bus on which processes tell each other of a deck. */
export function deckChannel(deckId: string): string {
  return `deck:${deckId}`;
}

/** `from`: the name of this process, by which it knows its own messages again. */
export function encodeDeckMessage(from: string, message: DeckMessage): Uint8Array {
  return Buffer.from(JSON.stringify({ from, message }));
}

/** Undefined for a process's own messages and for those of a newer build. */
export function decodeDeckMessage(bytes: Uint8Array, ownName: string): DeckMessage | undefined {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString();
  // Its own come back to a process as often as those of others: they are not read any further than need be.
  if (text.startsWith(`{"from":${JSON.stringify(ownName)},`)) return undefined;
  const envelope = senderSchema.safeParse(JSON.parse(text));
  return envelope.success && envelope.data.from !== ownName ? deckMessageSchema.safeParse(envelope.data.message).data : undefined;
}
