import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { deckIdSchema, userIdSchema, type DeckId, type UserId } from "@/lib/api/ids";
import { collabRoles } from "@/lib/collab/protocol/frames";

/** Long enough to open a socket with, too short to pass on. */
export const collabTokenLifetimeMs = 60_000;
/** The clock of the server that gave a token may be so far behind another one's, and the token still lives its minute there. */
export const maxClockSkewMs = 60_000;

/** So many changes of who somebody is does one page go through. */
const maxFormer = 4;

const claimsSchema = z.object({
  deckId: deckIdSchema,
  userId: userIdSchema,
  /** What co-authors see; the server writes it into awareness, whatever the client says. */
  name: z.string(),
  role: z.enum(collabRoles),
  generation: z.int(),
  /** The session or token that it was asked for by: what hangs on it ends with that. */
  sessionId: z.uuid().optional(),
  /** Whom the same page was before, the last one first: what it wrote as them is its own. */
  formerly: z.array(userIdSchema).max(maxFormer).default([]),
  expiresAt: z.int(),
});

/** Who opens a socket on which deck, as what. `expiresAt` is in milliseconds since 1970. */
export type CollabClaims = z.infer<typeof claimsSchema>;

/** A signed token that fits into a WebSocket sub-protocol name (`auth.<token>`). */
export function signCollabToken(
  claims: Omit<z.input<typeof claimsSchema>, "expiresAt">,
  { secret, nowMs }: { readonly secret: string; readonly nowMs: number },
): string {
  const payload = Buffer.from(JSON.stringify({ ...claims, expiresAt: nowMs + collabTokenLifetimeMs })).toString("base64url");
  return `${payload}.${signatureOf(payload, secret).toString("base64url")}`;
}

/** The token's claims; undefined where it is forged, torn or too old. */
export function verifyCollabToken(token: string, { secret, nowMs }: { readonly secret: string; readonly nowMs: number }): CollabClaims | undefined {
  const claims = readClaims(token, secret);
  return claims !== undefined && claims.expiresAt + maxClockSkewMs > nowMs ? claims : undefined;
}

/**
 * Whom a page was before, by the token that it had then: a guest who signs up in another tab leaves pages behind that go
 * on as somebody else. However old it is, nobody else has it.
 */
export function formerPeople(
  token: string,
  { secret, deckId, userId }: { readonly secret: string; readonly deckId: DeckId; readonly userId: UserId },
): readonly UserId[] {
  const claims = readClaims(token, secret);
  if (claims?.deckId !== deckId) return [];
  return [...new Set([claims.userId, ...claims.formerly])].filter((id) => id !== userId).slice(0, maxFormer);
}

function readClaims(token: string, secret: string): CollabClaims | undefined {
  const [payload, signature, ...rest] = token.split(".");
  if (payload === undefined || signature === undefined || rest.length > 0) return undefined;
  const given = Buffer.from(signature, "base64url");
  const expected = signatureOf(payload, secret);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  // Signed by us, so it is JSON of our shape; an older build's shape is refused like an old token.
  return claimsSchema.safeParse(JSON.parse(Buffer.from(payload, "base64url").toString("utf8"))).data;
}

/** The purpose stands in the key, so that no other signature made with the same secret passes for a token. */
function signatureOf(payload: string, secret: string): Buffer {
  return createHmac("sha256", `collab-token:${secret}`).update(payload).digest();
}
