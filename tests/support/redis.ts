import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { connect, createServer } from "node:net";
import { createInterface } from "node:readline";

export type TestRedis =
  | { readonly state: "there"; readonly url: string; readonly stop: () => Promise<void> }
  /** Why there is none, to be said by the tests that are left out. */
  | { readonly state: "missing"; readonly reason: string };

/** A Redis of this caller's own, to be done harm to. */
export interface OwnRedis {
  readonly url: string;
  /** kill -9. */
  readonly kill: () => Promise<void>;
  /** Starts it again where it was. */
  readonly start: () => Promise<void>;
  /** It answers nobody and ends nothing, until `thaw`. */
  readonly freeze: () => void;
  readonly thaw: () => void;
}

const usualPort = 6379;

/** What the name of a group of tests says beside "Redis". */
export function whyLeftOut(redis: TestRedis): string {
  return redis.state === "there" ? "" : `, left out: ${redis.reason}`;
}

/** Redis for tests: at TEST_REDIS_URL, else on 127.0.0.1:6379, else as `redis-server` on PATH, of this caller's own. */
export async function findRedis(): Promise<TestRedis> {
  const given = process.env["TEST_REDIS_URL"];
  if (given !== undefined && given !== "") return { state: "there", url: given, stop: async () => undefined };
  if (await isListening(usualPort)) return { state: "there", url: `redis://127.0.0.1:${usualPort}`, stop: async () => undefined };
  return startRedis();
}

async function startRedis(): Promise<TestRedis> {
  const own = await openOwnRedis();
  if (typeof own !== "string") return { state: "there", url: own.url, stop: own.kill };
  return { state: "missing", reason: `TEST_REDIS_URL is not set, nothing listens on 127.0.0.1:${usualPort}, and redis-server did not start: ${own}` };
}

/** Starts `redis-server` from PATH on a free port; says why where that can't be done. It keeps nothing on the disk. */
export async function openOwnRedis(): Promise<OwnRedis | string> {
  const port = await freePort();
  let running = await launch(port);
  if (typeof running === "string") return running;
  const child = () => {
    if (typeof running === "string") throw new Error(`redis-server did not start: ${running}`);
    return running;
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    kill: async () => {
      const { process, ended } = child();
      process.kill("SIGKILL");
      await ended;
    },
    start: async () => {
      running = await launch(port);
      child();
    },
    freeze: () => void child().process.kill("SIGSTOP"),
    thaw: () => void child().process.kill("SIGCONT"),
  };
}

async function launch(port: number): Promise<{ readonly process: ChildProcess; readonly ended: Promise<void> } | string> {
  const child = spawn("redis-server", ["--bind", "127.0.0.1", "--port", `${port}`, "--save", "", "--appendonly", "no", "--loglevel", "notice"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const reason = await new Promise<string | undefined>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", () => resolve("it ended at once"));
    createInterface({ input: child.stdout }).on("line", (line) => {
      if (line.includes("Ready to accept connections")) resolve(undefined);
    });
  });
  return reason ?? { process: child, ended };
}

async function isListening(port: number): Promise<boolean> {
  const socket = connect({ host: "127.0.0.1", port });
  try {
    await once(socket, "connect");
    return true;
  } catch {
    // Refused: nobody is there, which is what was asked.
    return false;
  } finally {
    socket.destroy();
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no port is free");
  return address.port;
}
