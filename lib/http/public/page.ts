import { createHash } from "node:crypto";
import { deckFilePath, parseDeck, type RenderOptions } from "@/lib/deck";
import { matchesNone } from "@/lib/http/etag";
import { originOf } from "@/lib/http/origin";
import { keysOf } from "@/lib/http/public/link-key";
import { passwordPage } from "@/lib/http/public/password-page";
import { plainPage } from "@/lib/http/public/plain-page";
import { publicPagePolicy } from "@/lib/http/security-headers";
import { runInBackground } from "@/lib/log";
import type { Runtime } from "@/lib/runtime";
import { renderDocument } from "@/lib/stage/document";
import { listFiles } from "@/lib/workspace/files/list";
import { findPublicDeck, notePublicVisit, type PublicDeck } from "@/lib/workspace/links/find-public";

export interface PublicPageOptions {
  readonly runtime: Runtime;
  readonly slug: string;
}

/** A reader waits so long for diagrams that nobody has drawn; their source shows then, and the next reader has them. */
const diagramWaitMs = 4_000;

/**
 * `/p/<slug>`: the slides for anybody, without notes and hidden slides, complete before any script runs. A withdrawn
 * link or one that has ended is 410, an unknown one 404, one behind a password 403, each a page that says so.
 */
export async function answerPublicPage(request: Request, { runtime, slug }: PublicPageOptions): Promise<Response> {
  const found = await findPublicDeck(runtime, slug, keysOf(request.headers, { slug, env: runtime.env }));
  if (found.state === "locked") return passwordPage(request, { slug });
  if (found.state !== "there") return refusedPage(found);
  runInBackground(notePublicVisit(runtime, found.linkId), runtime.log, "a visit could not be noted");
  const deck = parseDeck(found.markdown);
  const files = await listFiles(runtime, found.deckId);
  const diagrams = await runtime.diagrams.drawingsOf(found.deckId, deck, { waitMs: diagramWaitMs });
  // Nobody waits for these: where they are missing the player measures, and the next reader has them.
  const fits = await runtime.fits.fitsOf(found.deckId, deck, { diagrams, waitMs: 0 });
  const address = `${originOf(request, runtime.env)}/p/${slug}`;
  const { html, scriptHashes, styleHashes } = await renderDocument({
    deck,
    mode: "public",
    assets: runtime.assets,
    fits,
    diagrams,
    resolveUrl: publicAddresses(slug, new Map(files.map((file) => [file.path, file.sha256]))),
    reach: found.live.reach ?? undefined,
    data: { version: found.live.version, events: `/p/${slug}/events` },
    canonicalUrl: address,
    pictureUrl: `${address}/cover.jpg?v=${found.live.version}`,
    oembedUrl: `${address}/oembed.json`,
    ...(found.name === null ? {} : { title: found.name }),
  });
  const etag = `"${createHash("sha256").update(html).digest("base64url").slice(0, 27)}"`;
  const headers = {
    "content-type": "text/html; charset=utf-8",
    // Asked for anew each time, so that a withdrawn link ends at once; unchanged slides cost a 304.
    "cache-control": found.lock === null ? "no-cache" : "private, no-cache",
    etag,
    "content-security-policy": publicPagePolicy({ scriptHashes, styleHashes, isEmbed: new URL(request.url).searchParams.has("embed") }),
  };
  return matchesNone(request.headers, etag) ? new Response(null, { status: 304, headers }) : new Response(html, { headers });
}

function refusedPage(found: Extract<PublicDeck, { state: "missing" | "withdrawn" | "ended" }>): Response {
  switch (found.state) {
    case "missing":
      return plainPage(404, { title: "There is nothing here", sentence: "This link leads nowhere. Check that all of it was copied." });
    case "withdrawn":
      return plainPage(410, {
        title: "These slides are no longer public",
        sentence: "Their author has withdrawn this link. Ask them for a new one.",
      });
    case "ended": {
      const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(found.endedAt);
      return plainPage(410, { title: "This link has ended", sentence: `Its author made it to last until ${day}. Ask them for a new one.` });
    }
  }
}

/** A page without sign-in: the open web, and of the deck's own files what the slides show, by content. */
function publicAddresses(slug: string, hashes: ReadonlyMap<string, string>): NonNullable<RenderOptions["resolveUrl"]> {
  return (url, kind) => {
    if (kind === "link" || /^(https?:|data:)/i.test(url)) return url;
    const hash = hashes.get(deckFilePath(url) ?? "");
    return hash === undefined ? undefined : `/p/${encodeURIComponent(slug)}/files/${hash}`;
  };
}
