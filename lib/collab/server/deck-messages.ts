import { z } from "zod";

/** What processes tell each other about a deck over the bus. All of it can be lost: Postgres says what is true. */
const deckMessageSchema = z.discriminatedUnion("kind", [
  /** A row was committed; its bytes are left out where the bus can't carry them. */
  z.object({ kind: z.literal("row"), generation: z.int(), seq: z.int(), payload: z.base64().optional() }),
  z.object({ kind: z.literal("awareness"), update: z.base64() }),
  z.object({ kind: z.literal("roles") }),
  /** Somebody's connection broke off. */
  z.object({ kind: z.literal("lost"), user: z.object({ id: z.string(), name: z.string(), color: z.string() }) }),
  z.object({ kind: z.literal("close"), reason: z.enum(["deleted", "replaced"]), by: z.string().optional() }),
]);

export type DeckMessage = Readonly<z.infer<typeof deckMessageSchema>>;

const envelopeSchema = z.object({ from: z.string(), message: deckMessageSchema });

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
