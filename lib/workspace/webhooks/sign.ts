import { createHmac, randomBytes } from "node:crypto";

const prefix = "whsec_";

/** A secret as Standard Webhooks writes it: 32 random bytes. */
export function newSecret(): string {
  return prefix + randomBytes(32).toString("base64");
}

/** The headers by which a receiver knows that a body is ours, and that it is of now (standardwebhooks.com). */
export function signedHeaders(
  body: string,
  { id, secret, nowMs }: { readonly id: string; readonly secret: string; readonly nowMs: number },
): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(nowMs / 1000));
  const key = Buffer.from(secret.slice(prefix.length), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": `v1,${signature}` };
}
