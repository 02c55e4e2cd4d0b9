import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { bundleForNode } from "@/scripts/setup/bundle-for-node.mjs";

/** A server that is measured, in a process of its own. */
export interface BenchServer {
  readonly port: number;
  usage(): Promise<Usage>;
  usageAfterCollection(): Promise<Usage>;
  /** From now on `usage` says how late its event loop comes to what is due. */
  watchLoop(): void;
  stop(): Promise<void>;
}

export interface Usage {
  /** Since it started. */
  readonly cpuMs: number;
  readonly rss: number;
  readonly heapBytes: number;
  /** The slowest hundredth of its turns; undefined where nobody watches. */
  readonly loopP99Ms?: number | undefined;
}

const messageSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("listening"), port: z.int() }),
  z.object({ kind: z.literal("usage"), cpuMs: z.number(), rss: z.number(), heapBytes: z.number(), loopP99Ms: z.number().optional() }),
]);

export const peersFolder = "tests/bench/collab/peers";

/** Starts one server, with flags of Node where it is usually started with any; resolves once it listens. */
export async function startServer(file: string, env: Readonly<Record<string, string>>, flags: readonly string[] = []): Promise<BenchServer> {
  const child = spawn(process.execPath, ["--expose-gc", ...flags, file], {
    env: { ...process.env, NODE_ENV: "production", ...env },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const next = <K extends z.output<typeof messageSchema>["kind"]>(kind: K) =>
    new Promise<Extract<z.output<typeof messageSchema>, { kind: K }>>((resolve, reject) => {
      child.once("message", (raw) => {
        const message = messageSchema.parse(raw);
        if (isOfKind(message, kind)) resolve(message);
      });
      void ended.then(() => reject(new Error(`${file} ended`)));
    });
  const ask = (wish: "usage" | "usage after a collection") => {
    const answer = next("usage");
    child.send(wish);
    return answer;
  };
  const { port } = await next("listening");
  return {
    port,
    usage: () => ask("usage"),
    usageAfterCollection: () => ask("usage after a collection"),
    watchLoop: () => void child.send("watch the loop"),
    stop: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

/** Bundles our own server once. */
export async function buildOurs(): Promise<string> {
  const outfile = "build/bench/collab.mjs";
  await bundleForNode("tests/bench/collab/serve.ts", outfile);
  return outfile;
}

/** The version of a peer that is installed. */
export function versionOf(name: string): string {
  const manifest: unknown = JSON.parse(readFileSync(path.join(peersFolder, "node_modules", name, "package.json"), "utf8"));
  return z.object({ version: z.string() }).parse(manifest).version;
}

function isOfKind<K extends string, M extends { readonly kind: string }>(message: M, kind: K): message is Extract<M, { kind: K }> {
  return message.kind === kind;
}
