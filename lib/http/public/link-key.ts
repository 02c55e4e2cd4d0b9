import { createHmac, timingSafeEqual } from "node:crypto";
import type { OpensLock } from "@/lib/audience/link-state";
import type { Env } from "@/lib/env";

/** So long a browser needs no password again; a new password asks everybody again at once. */
const keyLifetimeS = 30 * 24 * 3600;

interface KeyOptions {
  readonly slug: string;
  readonly env: Pick<Env, "AUTH_SECRET" | "PUBLIC_URL">;
}

/** Which locks of this link the visitor has a key for: a cookie that only we can write, sent to this link's addresses alone. */
export function keysOf(headers: Headers, { slug, env }: KeyOptions): OpensLock {
  const given = readCookie(headers, cookieName(slug));
  return (lock) => {
    if (given === undefined) return false;
    const expected = Buffer.from(keyTo(lock, { slug, env }));
    const key = Buffer.from(given);
    return key.length === expected.length && timingSafeEqual(key, expected);
  };
}

/** The cookie for a browser that gave the password. */
export function keyCookie(lock: string, { slug, env }: KeyOptions): string {
  const secure = env.PUBLIC_URL?.startsWith("https:") === true ? "; Secure" : "";
  return `${cookieName(slug)}=${keyTo(lock, { slug, env })}; Path=/p/${slug}; Max-Age=${keyLifetimeS}; HttpOnly; SameSite=Lax${secure}`;
}

function cookieName(slug: string): string {
  return `lectern.key.${slug}`;
}

/** The purpose stands in the key, so that no other signature made with the same secret opens anything. */
function keyTo(lock: string, { slug, env }: KeyOptions): string {
  return createHmac("sha256", `link-key:${env.AUTH_SECRET}`).update(`${slug} ${lock}`).digest("base64url");
}

function readCookie(headers: Headers, name: string): string | undefined {
  const pairs = (headers.get("cookie") ?? "").split(";").map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}
