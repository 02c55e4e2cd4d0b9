import { dataPolicy } from "@/lib/http/security-headers";

/** An answer in JSON. */
export function json(status: 200 | 201, value: unknown, { headers = {} }: { readonly headers?: Readonly<Record<string, string>> } = {}): Response {
  return new Response(JSON.stringify(value), { status, headers: { "content-type": "application/json; charset=utf-8", ...headers } });
}

/** Done, and nothing to say about it. */
export function noContent({ headers = {} }: { readonly headers?: Readonly<Record<string, string>> } = {}): Response {
  return new Response(null, { status: 204, headers });
}

/** A drawing that the sanitizer has read, as a picture by itself: XML knows fewer entities than HTML. */
export function svgImage(svg: string): Response {
  return new Response(svg.replaceAll("&nbsp;", "&#160;"), {
    headers: { "content-type": "image/svg+xml; charset=utf-8", "content-security-policy": dataPolicy, "x-content-type-options": "nosniff" },
  });
}

/** A file to keep. The name is written both plainly and as UTF-8 (RFC 6266). */
export function attachment(
  body: string | Uint8Array<ArrayBuffer>,
  { filename, contentType }: { readonly filename: string; readonly contentType: string },
): Response {
  const plain = filename.replace(/[^\x20-\x7e]|["\\]/g, "_");
  const encoded = encodeURIComponent(filename).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return new Response(body, {
    headers: {
      "content-type": contentType,
      "content-disposition": `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
      "x-content-type-options": "nosniff",
    },
  });
}

/** For an answer that goes on: events as they come, held back by no proxy on the way. */
export const eventStreamHeaders = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-store, no-transform",
  "x-accel-buffering": "no",
  "content-security-policy": dataPolicy,
} as const;
