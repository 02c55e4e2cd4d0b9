import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, get, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createBuiltFiles } from "@/lib/http/built-files";
import { compressBuilt } from "@/scripts/setup/compress-built.mjs";

const script = "console.log('a long script');\n".repeat(100);
let folder = "";
let server: Server;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "lectern-built-"));
  writeFileSync(path.join(folder, "page.js"), script);
  writeFileSync(path.join(folder, "tiny.js"), "1;\n");
  await compressBuilt(folder);
  const builtFiles = createBuiltFiles(folder, { prefix: "/_next/static" });
  server = createServer((req, res) => {
    if (!builtFiles(req, res)) res.writeHead(404).end(req.url);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterEach(async () => {
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true });
});

test("a script comes as it was compressed by the build, where the browser takes that", async () => {
  const { res, body } = await ask("/_next/static/page.js", { "accept-encoding": "gzip, deflate" });
  expect(res.headers).toMatchObject({ "content-encoding": "gzip", vary: "Accept-Encoding", "content-type": "text/javascript; charset=utf-8" });
  expect(gunzipSync(body).toString()).toBe(script);
});

test("a script comes at its shortest where the browser takes that too", async () => {
  const { res, body } = await ask("/_next/static/page.js", { "accept-encoding": "gzip, deflate, br" });
  expect(res.headers["content-encoding"]).toBe("br");
  expect(brotliDecompressSync(body).toString()).toBe(script);
});

test("a script comes plain where the browser takes nothing else", async () => {
  const { res, body } = await ask("/_next/static/page.js", {});
  expect(res.headers["content-encoding"]).toBeUndefined();
  expect(body.toString()).toBe(script);
});

test("browsers may keep it for ever", async () => {
  const { res } = await ask("/_next/static/page.js", {});
  expect(res.headers["cache-control"]).toBe("public,max-age=31536000,immutable");
});

test("what gains nothing by compression has no second copy", async () => {
  const { res, body } = await ask("/_next/static/tiny.js", { "accept-encoding": "gzip" });
  expect([res.headers["content-encoding"], body.toString()]).toEqual([undefined, "1;\n"]);
});

test.each(["/_next/static/none.js", "/_next/static/../secret", "/_next/static/%2e%2e/secret", "/decks"])(
  "%s is left to whoever comes next, at its own address",
  async (address) => {
    const { res, body } = await ask(address, {});
    expect([res.statusCode, body.toString()]).toEqual([404, address]);
  },
);

function ask(address: string, headers: Record<string, string>): Promise<{ readonly res: IncomingMessage; readonly body: Buffer }> {
  const { port } = addressOf(server);
  return new Promise((resolve, reject) => {
    get({ host: "127.0.0.1", port, path: address, headers, agent: false }, (res) => {
      const chunks: Buffer[] = [];
      res.on("data", (chunk: Buffer) => chunks.push(chunk)).on("end", () => resolve({ res, body: Buffer.concat(chunks) }));
    }).on("error", reject);
  });
}

function addressOf(listening: Server): AddressInfo {
  const address = listening.address();
  if (address === null || typeof address === "string") throw new Error("The server listens at no port.");
  return address;
}
