import { spawn, type ChildProcess } from "node:child_process";
import { closeSync, mkdirSync, openSync } from "node:fs";
import path from "node:path";
import { bundleForNode } from "@/scripts/setup/bundle-for-node.mjs";
import { plantInBundle } from "@/tests/faults/planting";
import { reportSchema, type Order, type Report } from "@/tests/chaos/orders";

/** A running server, as whoever operates it has it in hand. */
export interface ServerProcess {
  readonly name: string;
  readonly port: number;
  isAlive(): boolean;
  /** kill -9. */
  kill(): Promise<void>;
  /** It stands still, connections and all, until `thaw`: a machine that is moved, or out of breath. */
  freeze(): void;
  thaw(): void;
  /** SIGTERM, as before a restart; an end that is not in order is an accident. */
  stop(): Promise<void>;
  /** It has an error that nobody catches; resolves with the exit code that it ends with. */
  err(order: Extract<Order["kind"], "throw" | "reject">): Promise<string | number | null>;
  stats(order: Extract<Order["kind"], "stats" | "collect">): Promise<Extract<Report, { kind: "stats" }>>;
}

export interface StartOptions {
  readonly name: string;
  readonly databaseUrl: string;
  /** Where the bus over Postgres goes. */
  readonly busUrl: string;
  readonly redisUrl: string | undefined;
}

export interface Processes {
  start(options: StartOptions): Promise<ServerProcess>;
  /** What nobody asked for: processes that ended by themselves, or not in order. */
  accidents(): readonly string[];
  killAll(): Promise<void>;
}

const logs = path.resolve("test-results/chaos");
/**
 * A log is made a snapshot of after so few rows that every fault meets compaction: as soon as writers pause, or where they
 * don't, once it is four times as long.
 */
const tuning = { idleMs: 1_000, compactRows: 7, presenceMs: 1_000, settleQuietMs: 200 };

/** Bundles the server once; with `FAULT` set it has that fault of `tests/faults` in it. */
export async function buildServer(): Promise<string> {
  const outfile = `build/chaos/serve-${process.pid}.mjs`;
  await bundleForNode("tests/chaos/serve.ts", outfile, { sourcemap: true, plugins: plantInBundle() });
  return outfile;
}

export function createProcesses({ serverFile, secret }: { readonly serverFile: string; readonly secret: string }): Processes {
  const running = new Set<ChildProcess>();
  const accidents: string[] = [];
  let isOver = false;

  async function start({ name, databaseUrl, busUrl, redisUrl }: StartOptions): Promise<ServerProcess> {
    mkdirSync(logs, { recursive: true });
    const output = openSync(path.join(logs, `${name}.log`), "w");
    const child = spawn(process.execPath, ["--enable-source-maps", "--expose-gc", serverFile], {
      env: {
        ...process.env,
        NODE_ENV: "production",
        DATABASE_URL: databaseUrl,
        DIRECT_URL: busUrl,
        REDIS_URL: redisUrl ?? "",
        AUTH_SECRET: secret,
        LOG_LEVEL: "warn",
        CHAOS_NAME: name,
        CHAOS_TUNING: JSON.stringify(tuning),
      },
      stdio: ["ignore", output, output, "ipc"],
    });
    closeSync(output);
    running.add(child);
    let isExpected = false;
    const ended = new Promise<string | number | null>((resolve) => {
      child.once("exit", (code, signal) => {
        running.delete(child);
        if (!isExpected && !isOver)
          accidents.push(`process ${name} ended by itself: ${signal ?? code}; its log is ${path.join(logs, `${name}.log`)}`);
        resolve(signal ?? code);
      });
    });
    const nextReport = <K extends Report["kind"]>(kind: K) =>
      new Promise<Extract<Report, { kind: K }>>((resolve, reject) => {
        const hear = (message: unknown) => {
          const report = reportSchema.parse(message);
          if (!isOfKind(report, kind)) return;
          child.off("message", hear);
          resolve(report);
        };
        child.on("message", hear);
        void ended.then((how) => reject(new Error(`process ${name} ended (${how})`)));
      });
    const { port } = await nextReport("listening");
    return {
      name,
      port,
      isAlive: () => running.has(child),
      kill: async () => {
        isExpected = true;
        child.kill("SIGKILL");
        await ended;
      },
      freeze: () => void child.kill("SIGSTOP"),
      thaw: () => void child.kill("SIGCONT"),
      stop: async () => {
        isExpected = true;
        child.kill("SIGTERM");
        const how = await ended;
        if (how !== 0) accidents.push(`process ${name} did not end in order: ${how}`);
      },
      err: async (kind) => {
        isExpected = true;
        child.send({ kind } satisfies Order);
        return ended;
      },
      stats: async (kind) => {
        const answer = nextReport("stats");
        child.send({ kind } satisfies Order);
        return answer;
      },
    };
  }

  return {
    start,
    accidents: () => accidents,
    killAll: async () => {
      isOver = true;
      await Promise.all(
        [...running].map(async (child) => {
          const ended = new Promise((resolve) => child.once("exit", resolve));
          child.kill("SIGKILL");
          await ended;
        }),
      );
    },
  };
}

function isOfKind<K extends Report["kind"]>(report: Report, kind: K): report is Extract<Report, { kind: K }> {
  return report.kind === kind;
}
