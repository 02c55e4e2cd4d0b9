import { z } from "zod";
import { besideText } from "@/lib/collab/protocol/hello";
import { encodePayload } from "@/lib/collab/server/payload";

/** What processes tell each other about a deck over the bus. All of it can be lost: Postgres says what is true. */
const deckMessageSchema = z.discriminatedUnion("kind", [
  /** A row was committed; its bytes are left out where the bus can't carry them. */
  z.object({ kind: z.literal("row"), generation: z.int(), seq: z.int(), payload: z.base64().optional() }),
  z.object({ kind: z.literal("awareness"), update: z.base64() }),
  /** A process opened the deck: whoever has people in it says who. */
  z.object({ kind: z.literal("who") }),
  z.object({ kind: z.literal("roles") }),
  /** Something beside the text changed: whoever is connected fetches it. */
  z.object({ kind: z.literal("hint"), about: z.enum(besideText), rev: z.number() }),
  /** Somebody's connection broke off. */
  z.object({ kind: z.literal("lost"), user: z.object({ id: z.string(), name: z.string(), color: z.string() }) }),
  z.object({ kind: z.literal("close"), reason: z.enum(["deleted", "replaced", "renewed"]), by: z.string().optional() }),
]);

export type DeckMessage = Readonly<z.infer<typeof deckMessageSchema>>;

const envelopeSchema = z.object({ from: z.string(), message: deckMessageSchema });

/** What a message takes beside its payload, at most. */
const envelopeBytes = 200;

/** So many bytes go into a message as base64 on a bus that carries messages of at most `maxMessageBytes`. */
export function carriedBytes(maxMessageBytes: number): number {
  return Math.floor(((maxMessageBytes - envelopeBytes) * 3) / 4) - 2;
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

export function deckChannel(deckId: string): string {
  return `deck:${deckId}`;
}

export function encodeDeckMessage(from: string, message: DeckMessage): Uint8Array {
  return new TextEncoder().encode(JSON.stringify({ from, message }));
}

/** Undefined for a process's own messages and for those of a newer build. */
export function decodeDeckMessage(bytes: Uint8Array, ownName: string): DeckMessage | undefined {
  const envelope = envelopeSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
  return envelope.success && envelope.data.from !== ownName ? envelope.data.message : undefined;
}
