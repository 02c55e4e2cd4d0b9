import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import next from "next";
import { openBus } from "@/lib/bus/open-bus";
import { findChromium } from "@/lib/browser/find-chromium";
import { createPageBrowser } from "@/lib/browser/page-browser";
import { endPool, openPool } from "@/lib/db/pool";
import { openPrisma } from "@/lib/db/prisma";
import { readEnv } from "@/lib/env";
import { createRuntime } from "@/lib/http/create-runtime";
import { type BuiltFiles, createBuiltFiles } from "@/lib/http/built-files";
import { createListener } from "@/lib/http/listener";
import { createLog } from "@/lib/log";
import { takeTurn, waitAtMost } from "@/lib/patience";
import { setRuntime } from "@/lib/runtime";
import { startLetterWriter } from "@/lib/workspace/inbox/letter-writer";
import { readStageAssets } from "@/lib/stage/assets";
import { startHousekeeping } from "@/lib/workspace/background/housekeeping";
import { chores } from "@/lib/workspace/background/chores";
import { startWebhookSender } from "@/lib/workspace/webhooks/sender";

export interface ServerOptions {
  /** The project's folder: Next finds its build there. */
  readonly root: string;
  readonly development: boolean;
}

export interface RunningServer {
  /** Where people reach it. */
  readonly url: string;
  /**
   * Ends in order: not ready any more, rooms flushed, sockets closed with 1012, no new connections, answers given, pages,
   * pools. Until its people are away it still answers, so that a balancer can find out.
   */
  stop(): Promise<void>;
}

/** Chromium keeps an idle connection for five minutes, others and proxies for less. */
const keepAliveMs = 330_000;
const housekeepingMs = 3600_000;
/**
 * How long an end waits for answers that are being made, and then for each part that may hang in a network. Together with the
 * collaboration's (lib/collab/server/collab.ts) and the pool's that is less than an end may take (scripts/setup/end-in-order.mjs).
 */
const maxAnswerMs = 3_000;
const maxPartMs = 2_000;

/** Puts the parts of one process together and listens. The database is migrated already. */
export async function startServer({ root, development }: ServerOptions): Promise<RunningServer> {
  const env = readEnv(process.env);
  const log = createLog(env.LOG_LEVEL);
  const pool = openPool({ url: env.DATABASE_URL, log, applicationName: "lectern" });
  const prisma = openPrisma(pool);
  const bus = await openBus({ env, log });
  const assetsFolder = path.join(root, "build/assets");
  const browser = createPageBrowser(() => findChromium({ chromiumPath: env.CHROMIUM_PATH, folder: path.join(root, "build/chromium") }), {
    modulesFolder: path.join(root, "node_modules"),
    onCloseFailed: (error) => log.warn({ err: error }, "a browser that nobody needs any more could not be closed"),
  });
  const runtime = createRuntime({ env, log, pool, prisma, bus, browser, assets: await readStageAssets(assetsFolder) });
  const { collab } = runtime;
  setRuntime(runtime);

  const app = next({ dev: development, dir: root });
  await app.prepare();
  const packages = createBuiltFiles(path.join(root, "build/packages"), { prefix: "/packages" });
  const pages = development ? () => false : createBuiltFiles(path.join(root, ".next/static"), { prefix: "/_next/static" });
  const builtFiles: BuiltFiles = (req, res) => packages(req, res) || pages(req, res);
  let isDraining = false;
  const server = createServer(
    createListener({ runtime, answerApp: app.getRequestHandler(), builtFiles, assetsFolder, development, isDraining: () => isDraining }),
  );
  // Longer than browsers and proxies keep an idle connection: else one of theirs goes out as ours closes, and is lost.
  server.keepAliveTimeout = keepAliveMs;
  const upgradeApp = app.getUpgradeHandler();
  server.on("upgrade", (req, socket, head) => {
    if (req.url?.startsWith("/collab/")) collab.upgrade(req, socket, head);
    else if (development) void upgradeApp(req, socket, head);
    else socket.destroy();
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(env.PORT, env.HOST, resolve);
  });
  const stopHousekeeping = startHousekeeping({ chores: chores(runtime), everyMs: housekeepingMs, log });

  const url = env.PUBLIC_URL ?? addressOf(server.address(), env.HOST);
  const stopWebhooks = startWebhookSender({ pool, log, allowPrivate: env.WEBHOOKS_PRIVATE });
  const stopLetters = startLetterWriter({ pool, mailer: runtime.mailer, log, origin: new URL(url).origin });

  return {
    url,
    stop: async () => {
      isDraining = true;
      stopHousekeeping();
      stopWebhooks();
      runtime.diagrams.stop();
      runtime.fits.stop();
      runtime.audience.stop();
      await collab.stop();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      await waitAtMost(maxAnswerMs, closed);
      stopLetters();
      runtime.mailer.stop();
      const parts = [() => app.close(), browser.stop, bus.stop, () => prisma.$disconnect()];
      await Promise.all(parts.map((stop) => takeTurn(stop, { maxMs: maxPartMs, log, failure: "a part of the process could not be stopped" })));
      server.closeAllConnections();
      await endPool(pool);
      setRuntime(undefined);
    },
  };
}

function addressOf(address: AddressInfo | string | null, host: string): string {
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return `http://${host === "127.0.0.1" || host === "0.0.0.0" ? "localhost" : host}:${port}`;
}
