import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect, createServer } from "node:net";
import { createInterface } from "node:readline";

export type TestRedis =
  | { readonly state: "there"; readonly url: string; readonly stop: () => Promise<void> }
  /** Why there is none, to be said by the tests that are left out. */
  | { readonly state: "missing"; readonly reason: string };

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
  const port = await freePort();
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
  if (reason !== undefined) {
    return {
      state: "missing",
      reason: `TEST_REDIS_URL is not set, nothing listens on 127.0.0.1:${usualPort}, and redis-server did not start: ${reason}`,
    };
  }
  return {
    state: "there",
    url: `redis://127.0.0.1:${port}`,
    stop: async () => {
      child.kill();
      await ended;
    },
  };
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
