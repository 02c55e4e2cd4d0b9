import type { Env } from "@/lib/env";

/**
 * May a page of this origin act with the visitor's cookies? With a PUBLIC_URL only that one's; without it localhost
 * and 127.0.0.1 on our port, and the address the request itself was sent to.
 */
export function isAllowedOrigin(
  origin: string,
  { env, host }: { readonly env: Pick<Env, "PUBLIC_URL" | "PORT">; readonly host: string | undefined },
): boolean {
  if (!URL.canParse(origin)) return false;
  const { origin: asked, host: askedHost } = new URL(origin);
  if (env.PUBLIC_URL !== undefined) return asked === new URL(env.PUBLIC_URL).origin;
  return asked === `http://localhost:${env.PORT}` || asked === `http://127.0.0.1:${env.PORT}` || askedHost === host?.toLowerCase();
}

/**
 * Is this request free of forgery across sites? Reading is; so is whoever sends no cookie. A browser says where a
 * request comes from (Origin, else Sec-Fetch-Site); who says neither is no browser and was not tricked by a page.
 */
export function isFreeOfForgery(request: Request, env: Pick<Env, "PUBLIC_URL" | "PORT">): boolean {
  if (["GET", "HEAD", "OPTIONS"].includes(request.method)) return true;
  const origin = request.headers.get("origin");
  if (origin !== null) return isAllowedOrigin(origin, { env, host: request.headers.get("host") ?? new URL(request.url).host });
  const site = request.headers.get("sec-fetch-site");
  return site === null || site === "same-origin" || site === "none";
}

/** Where people reach this server, without a slash at the end: for links that are handed on. */
export function originOf(request: Request, env: Pick<Env, "PUBLIC_URL">): string {
  return originOfHeaders(request.headers, env, new URL(request.url).host);
}

/** The same where only the headers are known: in a page. */
export function originOfHeaders(headers: Headers, env: Pick<Env, "PUBLIC_URL">, host = "localhost"): string {
  if (env.PUBLIC_URL !== undefined) return new URL(env.PUBLIC_URL).origin;
  return `http://${headers.get("host") ?? host}`;
}
