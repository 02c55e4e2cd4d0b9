import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

const compress = promisify(gzip);

/** Below this a compressed answer is no shorter on the wire. */
const minCompressedBytes = 1024;
const compressible = /^(text\/|application\/(json|problem\+json|javascript)|image\/svg)/;

/** A Node request as the web's `Request`; only a POST's body is handed on. */
export function toRequest(req: IncomingMessage): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(req.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  if (req.method === "POST") {
    // Node wants to hear that the body is sent before the answer is read; the browsers' types don't know the word.
    const init: RequestInit & { readonly duplex: "half" } = { method: "POST", headers, body: bodyOf(req), duplex: "half" };
    return new Request(requestUrl(req), init);
  }
  return new Request(requestUrl(req), { method: req.method === "HEAD" ? "HEAD" : "GET", headers });
}

/** Read as it is asked for: what is too large is refused before it is in memory. */
function bodyOf(req: IncomingMessage): ReadableStream<Uint8Array> {
  const chunks: AsyncIterator<Buffer> = req[Symbol.asyncIterator]();
  return new ReadableStream({
    pull: async (controller) => {
      const next = await chunks.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    cancel: () => void req.destroy(),
  });
}

/** The address asked for. The host is only what the client says; nothing is decided by it here. */
export function requestUrl(req: IncomingMessage): URL {
  const host = `http://${req.headers.host ?? "localhost"}`;
  const target = req.url?.startsWith("/") ? req.url : "/";
  // Two slashes at the start would make a host of the first segment.
  return new URL(target.replace(/^\/+/, "/"), URL.canParse(host) ? host : "http://localhost");
}

/**
 * Sends the web's `Response`, compressed where the client takes it, without a body for HEAD. One that says its length and
 * gains nothing by compression goes out as it comes in, so that a film is never in memory as a whole.
 */
export async function sendResponse(req: IncomingMessage, res: ServerResponse, response: Response): Promise<void> {
  res.statusCode = response.status;
  response.headers.forEach((value, name) => res.setHeader(name, value));
  if (response.headers.has("content-length") && response.body && !compressible.test(response.headers.get("content-type") ?? "")) {
    return sendStream(req, res, response.body);
  }
  let body = Buffer.from(await response.arrayBuffer());
  if (compressible.test(response.headers.get("content-type") ?? "")) {
    res.appendHeader("vary", "accept-encoding");
    if (response.status !== 206 && body.byteLength >= minCompressedBytes && /\bgzip\b/.test(String(req.headers["accept-encoding"] ?? ""))) {
      body = await compress(body);
      res.setHeader("content-encoding", "gzip");
    }
  }
  if (response.status !== 304) res.setHeader("content-length", body.byteLength);
  res.end(req.method === "HEAD" || response.status === 304 ? undefined : body);
}

async function sendStream(req: IncomingMessage, res: ServerResponse, body: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<void> {
  if (req.method === "HEAD") {
    await body.cancel();
    res.end();
    return;
  }
  try {
    await pipeline(chunksOf(body), res);
  } catch (error) {
    // Whoever watches a film goes on to the next slide: that ends the answer and is no fault.
    if (!(error instanceof Error) || !("code" in error) || error.code !== "ERR_STREAM_PREMATURE_CLOSE") throw error;
  }
}

/** Node's types know another stream of the web than the browser's. Whoever stops reading ends the source too. */
async function* chunksOf(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel();
  }
}
