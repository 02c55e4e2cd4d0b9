import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

const compress = promisify(gzip);

/** Below this a compressed answer is no shorter on the wire. */
const minCompressedBytes = 1024;
const compressible = /^(text\/|application\/(json|problem\+json|javascript)|image\/svg)/;

/** A Node request without its body, as the web's `Request`: public addresses are only read. */
export function toRequest(req: IncomingMessage): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(req.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  return new Request(requestUrl(req), { method: req.method === "HEAD" ? "HEAD" : "GET", headers });
}

/** The address asked for. The host is only what the client says; nothing is decided by it here. */
export function requestUrl(req: IncomingMessage): URL {
  const host = `http://${req.headers.host ?? "localhost"}`;
  const target = req.url?.startsWith("/") ? req.url : "/";
  // Two slashes at the start would make a host of the first segment.
  return new URL(target.replace(/^\/+/, "/"), URL.canParse(host) ? host : "http://localhost");
}

/** Sends the web's `Response`, compressed where the client takes it, without a body for HEAD. */
export async function sendResponse(req: IncomingMessage, res: ServerResponse, response: Response): Promise<void> {
  let body = Buffer.from(await response.arrayBuffer());
  res.statusCode = response.status;
  response.headers.forEach((value, name) => res.setHeader(name, value));
  if (compressible.test(response.headers.get("content-type") ?? "")) {
    res.setHeader("vary", "accept-encoding");
    if (body.byteLength >= minCompressedBytes && /\bgzip\b/.test(String(req.headers["accept-encoding"] ?? ""))) {
      body = await compress(body);
      res.setHeader("content-encoding", "gzip");
    }
  }
  if (response.status !== 304) res.setHeader("content-length", body.byteLength);
  res.end(req.method === "HEAD" || response.status === 304 ? undefined : body);
}
