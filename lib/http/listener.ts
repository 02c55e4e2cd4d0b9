import { randomBytes } from "node:crypto";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { refuseMethod } from "@/lib/http/allowed-methods";
import { markClientAddress } from "@/lib/http/client-address";
import { problemResponse, toAppError } from "@/lib/http/problem";
import { answerDeckFile } from "@/lib/http/deck-file";
import type { BuiltFiles } from "@/lib/http/built-files";
import { answerAsset } from "@/lib/http/public/assets";
import { answerCover } from "@/lib/http/public/cover";
import { answerEvents } from "@/lib/http/public/events";
import { answerPublicFile } from "@/lib/http/public/file";
import { answerLive, answerReady } from "@/lib/http/public/health";
import { requestUrl, sendResponse, toRequest } from "@/lib/http/public/node-adapter";
import { answerOembed } from "@/lib/http/public/oembed";
import { answerPassword } from "@/lib/http/public/password-page";
import { answerPublicPage } from "@/lib/http/public/page";
import { answerSoFar } from "@/lib/http/public/so-far";
import { answerRemotePage } from "@/lib/http/remote-page";
import { answerStagePage } from "@/lib/http/stage-page";
import { appPagePolicy, builtFilePolicy, commonHeaders, dataPolicy, httpsOnlyHeaders } from "@/lib/http/security-headers";
import type { Runtime } from "@/lib/runtime";

export interface ListenerOptions {
  readonly runtime: Runtime;
  /** Next's request handler. */
  readonly answerApp: (req: IncomingMessage, res: ServerResponse) => Promise<void>;
  /** The pages' scripts and styles; Next's own where they are made as they are asked for. */
  readonly builtFiles: BuiltFiles;
  /** Folder with the built, hashed files below `/assets/`. */
  readonly assetsFolder: string;
  readonly development: boolean;
  /** It has begun to stop: a balancer shall send nobody here. */
  readonly isDraining: () => boolean;
}

/** What stands beside a public page. */
const besidePages = new Map([
  ["cover.jpg", answerCover],
  ["oembed.json", answerOembed],
  ["so-far.json", answerSoFar],
]);

/** Answers every request: what needs no React by ourselves, all else by Next, with the headers that each needs. */
export function createListener({ runtime, answerApp, builtFiles, assetsFolder, development, isDraining }: ListenerOptions): RequestListener {
  const { env, log, pool } = runtime;
  const isHttps = env.PUBLIC_URL?.startsWith("https:") === true;
  const headers = { ...commonHeaders, ...(isHttps ? httpsOnlyHeaders : {}) };

  async function answerOurselves(req: IncomingMessage): Promise<Response | undefined> {
    const { pathname } = requestUrl(req);
    const slug = /^\/p\/([^/]+)\/?$/.exec(pathname)?.[1];
    if (slug !== undefined && req.method === "POST") return answerPassword(toRequest(req), { runtime, slug });
    const code = /^\/remote\/([0-9a-z]+)$/.exec(pathname)?.[1];
    if (code !== undefined) return answerRemotePage(toRequest(req), { runtime, code });
    if (pathname.startsWith("/api/")) {
      const refusal = refuseMethod(req.method ?? "GET", pathname);
      if (refusal) return refusal;
    }
    if (req.method !== "GET" && req.method !== "HEAD") return undefined;
    if (pathname === "/api/health/live") return answerLive();
    if (pathname === "/api/health/ready") return answerReady({ askDatabase: () => pool.query("SELECT 1"), isDraining: isDraining() });
    if (pathname.startsWith("/assets/")) return answerAsset(pathname.slice("/assets/".length), { root: assetsFolder });
    if (slug !== undefined) return answerPublicPage(toRequest(req), { runtime, slug });
    const [, besideSlug, what = ""] = /^\/p\/([^/]+)\/([^/]+)$/.exec(pathname) ?? [];
    const answerBeside = besidePages.get(what);
    if (besideSlug !== undefined && answerBeside) return answerBeside(toRequest(req), { runtime, slug: besideSlug });
    const [, publicSlug, hash] = /^\/p\/([^/]+)\/files\/([0-9a-f]{64})$/.exec(pathname) ?? [];
    if (publicSlug !== undefined && hash !== undefined) return answerPublicFile(toRequest(req), { runtime, slug: publicSlug, hash });
    const [, fileDeckId, path] = /^\/decks\/([^/]+)\/files\/(.+)$/.exec(pathname) ?? [];
    if (fileDeckId !== undefined && path !== undefined) return answerDeckFile(toRequest(req), { runtime, deckId: fileDeckId, path });
    const deckId = /^\/decks\/([^/]+)\/present\/?$/.exec(pathname)?.[1];
    return deckId === undefined ? undefined : answerStagePage(toRequest(req), { runtime, deckId });
  }

  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    markClientAddress(req, { trustedProxy: env.TRUSTED_PROXY });
    for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
    const watched = /^\/p\/([^/]+)\/events$/.exec(requestUrl(req).pathname)?.[1];
    if (watched !== undefined && req.method === "GET") return answerEvents(req, res, { runtime, slug: watched, isDraining: isDraining() });
    const ours = await answerOurselves(req);
    if (ours) return sendResponse(req, res, ours);
    const kind = kindOf(req);
    if (kind === "page") {
      const nonce = randomBytes(16).toString("base64");
      const policy = appPagePolicy(nonce, { development });
      // Next reads the nonce for its own scripts out of the request's policy.
      req.headers["content-security-policy"] = policy;
      req.headers["x-nonce"] = nonce;
      res.setHeader("content-security-policy", policy);
    } else {
      res.setHeader("content-security-policy", kind === "built" ? builtFilePolicy : dataPolicy);
      if (kind === "built" && builtFiles(req, res)) return;
    }
    return answerApp(req, res);
  }

  return (req, res) => {
    answer(req, res).catch((error: unknown) => {
      log.error({ err: error, method: req.method, path: req.url?.split("?")[0] }, "a request failed");
      if (res.headersSent) res.destroy();
      else
        sendResponse(req, res, problemResponse(toAppError(error))).catch((cause: unknown) =>
          log.error({ err: cause }, "an answer could not be sent"),
        );
    });
  };
}

function kindOf(req: IncomingMessage): "page" | "built" | "data" {
  const { pathname } = requestUrl(req);
  if (pathname.startsWith("/_next/static/") || pathname.startsWith("/packages/")) return "built";
  return pathname.startsWith("/api/") ? "data" : "page";
}
