#!/usr/bin/env node
// Stands in for Prisma's schema-engine binary (PRISMA_SCHEMA_ENGINE_BINARY): the same JSON-RPC on standard input and
// output, answered by the WebAssembly build of the engine. Prisma's command line starts it by itself.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as glue from "@prisma/schema-engine-wasm/schema_engine_bg";
import { createAdapterFactory } from "./schema-engine-adapter.mjs";

const { values: options, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: { datamodels: { type: "string", multiple: true }, datasource: { type: "string" } },
});

let engine;

if (process.argv.includes("--version")) {
  console.log("schema-engine-cli wasm");
} else if (positionals[0] !== "cli") {
  // `cli can-connect-to-database` and its like are answered with success: the caller's first query tells the truth.
  await loadEngine();
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() !== "") await answer(JSON.parse(line));
  }
}

async function loadEngine() {
  const file = createRequire(import.meta.url)
    .resolve("@prisma/schema-engine-wasm/schema_engine_bg")
    .replace(/js$/, "wasm");
  const { instance } = await WebAssembly.instantiate(readFileSync(file), { "./schema_engine_bg.js": glue });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: print };
}

function openEngine() {
  const datamodels = options.datamodels?.map((file) => [file, readFileSync(file, "utf8")]);
  const factory = bindMigrationAwareSqlAdapterFactory(createAdapterFactory(databaseUrl()));
  return (engine ??= glue.SchemaEngine.new({ datamodels }, () => undefined, factory));
}

/** `--datasource` is JSON with the address in it, or the address itself. */
function databaseUrl() {
  const given = options.datasource;
  if (!given) return process.env.DATABASE_URL || "postgresql://localhost";
  return given.startsWith("{") ? JSON.parse(given).url : given;
}

async function answer({ id, method, params }) {
  if (!method) return;
  try {
    const opened = await openEngine();
    const result = await opened[method === "getDatabaseVersion" ? "version" : method](params);
    if (method === "diff" && result.stdout != null) print(result.stdout);
    send({ id, result: result ?? null });
  } catch (error) {
    const known = knownError(error.message);
    const data = { is_panic: false, message: error.message, meta: known?.meta ?? null, error_code: known?.error_code ?? error.code ?? null };
    send({ id, error: { code: 4466, message: "engine error", data } });
  }
}

/** The engine writes errors that Prisma knows as JSON into the message; all others are plain words. */
function knownError(message) {
  return message.startsWith("{") ? JSON.parse(message) : undefined;
}

function print(content) {
  send({ id: -1, method: "print", params: { content } });
}

function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
}
