import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { gzipSync } from "node:zlib";

const mediaTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/** Serves a folder as any host of static pages does, compressed where that helps; addresses without a file are its index. */
export async function serveFolder(folder: string): Promise<{ readonly url: string; readonly stop: () => void }> {
  const server = createServer((req, res) => {
    const { pathname } = new URL(req.url ?? "/", "http://localhost");
    const file = path.join(folder, path.normalize(pathname));
    void readFile(path.extname(file) === "" ? path.join(folder, "index.html") : file).then(
      (bytes) => {
        const type = mediaTypes[path.extname(file) || ".html"] ?? "application/octet-stream";
        const isText = /^(text|application|image\/svg)/.test(type);
        const body = isText ? gzipSync(bytes) : bytes;
        res.writeHead(200, { "content-type": type, "content-length": body.byteLength, ...(isText ? { "content-encoding": "gzip" } : {}) });
        res.end(body);
      },
      () => res.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const at = server.address();
  if (at === null || typeof at === "string") throw new Error("the server has no port");
  return {
    url: `http://127.0.0.1:${at.port}/`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
