import type { IncomingMessage, ServerResponse } from "node:http";
import { requestUrl, sendResponse } from "@/lib/http/public/node-adapter";
import { findRoutes } from "@/tests/integration/rights/file-tree";

/** Answers the calls of the file tree as Next would, without Next. */
export async function answerRoutes(): Promise<(req: IncomingMessage, res: ServerResponse) => Promise<void>> {
  const routes = [...(await findRoutes())].map(([key, handler]) => {
    const [method, address = ""] = key.split(" ");
    const names = [...address.matchAll(/\[(?:\.\.\.)?(\w+)\]/g)].map(([, name = ""]) => name);
    // An address without variable parts comes before one with them, and before those that take any rest: the nearer one first.
    const order = address.includes("[...") ? 1_000 - address.length : names.length;
    return { method, handler, names, order, pattern: new RegExp(`^${address.replace(/\[\.\.\.\w+\]/g, "(.+)").replace(/\[\w+\]/g, "([^/]+)")}$`) };
  });
  const sorted = routes.toSorted((a, b) => a.order - b.order);
  return async (req, res) => {
    const url = requestUrl(req);
    for (const { method, handler, names, pattern } of sorted) {
      const found = method === req.method ? pattern.exec(url.pathname) : null;
      if (!found) continue;
      const params = Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(found[index + 1] ?? "")]));
      return sendResponse(req, res, await handler(await toRequest(req, url), { params: Promise.resolve(params) }));
    }
    res.writeHead(404).end();
  };
}

async function toRequest(req: IncomingMessage, url: URL): Promise<Request> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk);
  const headers = new Headers(
    Object.entries(req.headers).flatMap(([name, value]) => (typeof value === "string" ? [[name, value] as [string, string]] : [])),
  );
  return new Request(url, { method: req.method ?? "GET", headers, body: chunks.length === 0 ? null : Buffer.concat(chunks) });
}
