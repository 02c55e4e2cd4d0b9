import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { deckIdSchema, userIdSchema } from "@/lib/api/ids";

/** Long enough to open a socket with, too short to pass on. */
export const collabTokenLifetimeMs = 60_000;

const claimsSchema = z.object({
  deckId: deckIdSchema,
  userId: userIdSchema,
  /** What co-authors see; the server writes it into awareness, whatever the client says. */
  name: z.string(),
  role: z.enum(["view", "comment", "edit"]),
  generation: z.int(),
  expiresAt: z.int(),
});

/** Who opens a socket on which deck, as what. `expiresAt` is in milliseconds since 1970. */
export type CollabClaims = z.infer<typeof claimsSchema>;

/** A signed token that fits into a WebSocket sub-protocol name (`auth.<token>`). */
export function signCollabToken(
  claims: Omit<CollabClaims, "expiresAt">,
  { secret, nowMs }: { readonly secret: string; readonly nowMs: number },
): string {
  const payload = Buffer.from(JSON.stringify({ ...claims, expiresAt: nowMs + collabTokenLifetimeMs })).toString("base64url");
  return `${payload}.${signatureOf(payload, secret).toString("base64url")}`;
}

/** The token's claims; undefined where it is forged, torn or too old. */
export function verifyCollabToken(token: string, { secret, nowMs }: { readonly secret: string; readonly nowMs: number }): CollabClaims | undefined {
  const [payload, signature, ...rest] = token.split(".");
  if (payload === undefined || signature === undefined || rest.length > 0) return undefined;
  const given = Buffer.from(signature, "base64url");
  const expected = signatureOf(payload, secret);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  // Signed by us, so it is JSON of our shape; an older build's shape is refused like an old token.
  const claims = claimsSchema.safeParse(JSON.parse(Buffer.from(payload, "base64url").toString("utf8")));
  return claims.success && claims.data.expiresAt > nowMs ? claims.data : undefined;
}

/** The purpose stands in the key, so that no other signature made with the same secret passes for a token. */
function signatureOf(payload: string, secret: string): Buffer {
  return createHmac("sha256", `collab-token:${secret}`).update(payload).digest();
}
