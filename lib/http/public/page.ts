import { createHash } from "node:crypto";
import { sizedAddress, type PictureWidth } from "@/lib/api/picture-sizes";
import { deckFilePath, parseDeck, type RenderOptions } from "@/lib/deck";
import { matchesNone } from "@/lib/http/etag";
import { originOf } from "@/lib/http/origin";
import { keysOf } from "@/lib/http/public/link-key";
import { passwordPage } from "@/lib/http/public/password-page";
import { plainPage } from "@/lib/http/public/plain-page";
import { screenHeaders, screenPictureWidth } from "@/lib/http/screen-pictures";
import { publicPagePolicy } from "@/lib/http/security-headers";
import { runInBackground } from "@/lib/log";
import type { Runtime } from "@/lib/runtime";
import { renderDocument, type StageDocument } from "@/lib/stage/document";
import type { StoredFile } from "@/lib/workspace/files/file-row";
import { listFiles } from "@/lib/workspace/files/list";
import { findPublicDeck, notePublicVisit, type PublicDeck } from "@/lib/workspace/links/find-public";

export interface PublicPageOptions {
  readonly runtime: Runtime;
  readonly slug: string;
}

type Shown = Extract<PublicDeck, { state: "there" }>;

/** A reader waits so long for diagrams that nobody has drawn; their source shows then, and the next reader has them. */
const diagramWaitMs = 4_000;

/**
/**
 * `/p/<slug>`: the slides for anybody, without notes and hidden slides, complete before any script runs; with
 * `?v=presented` those that the last talk on this link showed, byte for byte as it did. A withdrawn link or one that has
 * ended is 410, an unknown one 404, one behind a password 403, each a page that says so.
 */
export async function answerPublicPage(request: Request, { runtime, slug }: PublicPageOptions): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const found = await findPublicDeck(runtime, slug, keysOf(request.headers, { slug, env: runtime.env }), searchParams.get("v") ?? undefined);
  if (found.state === "locked") return passwordPage(request, { slug });
  if (found.state !== "there") return refusedPage(found, { isEmbed: searchParams.has("embed") });
  // Whoever looks at what they embed is no visitor, and none of the talk's viewers.
  const isPreview = searchParams.has("preview");
  if (!isPreview) runInBackground(notePublicVisit(runtime, found.linkId), runtime.log, "a visit could not be noted");
  const origin = originOf(request, runtime.env);
  const pictureWidth = screenPictureWidth(request.headers);
  const { html, scriptHashes, styleHashes } = await renderForMany(
    found,
    { origin, slug, from: fromOf(searchParams, found), isRead: searchParams.get("view") === "read", isPreview, pictureWidth },
    (how) => renderPage(runtime, found, { address: `${origin}/p/${slug}`, slug, ...how }),
  );
  const etag = `"${createHash("sha256").update(html).digest("base64url").slice(0, 27)}"`;
  const headers = {
    "content-type": "text/html; charset=utf-8",
    // Asked for anew each time, so that a withdrawn link ends at once; unchanged slides cost a 304.
    "cache-control": found.lock === null ? "no-cache" : "private, no-cache",
    etag,
    vary: screenHeaders,
    "content-security-policy": publicPagePolicy({ scriptHashes, styleHashes, isEmbed: searchParams.has("embed") }),
  };
  return matchesNone(request.headers, etag) ? new Response(null, { status: 304, headers }) : new Response(html, { headers });
}

/** What of the page is asked for. */
interface Asked {
  readonly from: number | undefined;
  readonly isRead: boolean;
  readonly isPreview: boolean;
  readonly pictureWidth: PictureWidth;
}

/** An open page that has the first slides of this version asks for those after them alone. */
function fromOf(searchParams: URLSearchParams, { live }: Shown): number | undefined {
  const from = Number(searchParams.get("from") ?? "0");
  const isInReach = Number.isSafeInteger(from) && from > 0 && (live.reach === null || from < live.reach);
  return isInReach && searchParams.get("of") === live.version ? from : undefined;
}

/** A hall asks for one thing in one moment: it is rendered once. */
const renderings = new Map<string, Promise<StageDocument>>();
const keptMs = 10_000;
const maxKept = 50;

function renderForMany(
  { live }: Shown,
  { origin, slug, ...how }: Asked & { readonly origin: string; readonly slug: string },
  render: (how: Asked) => Promise<StageDocument>,
): Promise<StageDocument> {
  if (!live.live) return render(how);
  const key = JSON.stringify([origin, slug, live.version, live.reach, how.from ?? 0, how.isRead, how.isPreview, how.pictureWidth]);
  const known = renderings.get(key);
  if (known) return known;
  const rendering = render(how);
  renderings.set(key, rendering);
  const forget = () => void renderings.delete(key);
  rendering.catch(forget);
  // A drawing that was not there yet is, soon.
  setTimeout(forget, keptMs).unref();
  const [oldest] = renderings.keys();
  if (renderings.size > maxKept && oldest !== undefined) renderings.delete(oldest);
  return rendering;
}

async function renderPage(
  runtime: Runtime,
  found: Shown,
  { address, slug, from, isRead, isPreview, pictureWidth }: Asked & { readonly address: string; readonly slug: string },
): Promise<StageDocument> {
  const deck = parseDeck(found.markdown);
  const files = await listFiles(runtime, found.deckId);
  const diagrams = await runtime.diagrams.drawingsOf(found.deckId, deck, { waitMs: diagramWaitMs });
  // Nobody waits for these: where they are missing the player measures, and the next reader has them.
  const fits = await runtime.fits.fitsOf(found.deckId, { markdown: found.markdown, deck }, { diagrams, waitMs: 0 });
  return renderDocument({
    deck,
    mode: "public",
    assets: runtime.assets,
    fits,
    diagrams,
    resolveUrl: publicAddresses(slug, new Map(files.map((file) => [file.path, file])), pictureWidth),
    reach: found.live.reach ?? undefined,
    from,
    isRead,
    data: { version: found.live.version, ...(isPreview ? {} : { events: `/p/${slug}/events` }) },
    canonicalUrl: address,
    pictureUrl: `${address}/cover.jpg?v=${found.live.version}`,
    oembedUrl: `${address}/oembed.json`,
    ...(found.name === null ? {} : { title: found.name }),
  });
}

function refusedPage(found: Extract<PublicDeck, { state: "missing" | "withdrawn" | "ended" }>, { isEmbed }: { readonly isEmbed: boolean }): Response {
  switch (found.state) {
    case "missing":
      return plainPage(404, { title: "There is nothing here", sentence: "This link leads nowhere. Check that all of it was copied.", isEmbed });
    case "withdrawn":
      return plainPage(410, {
        title: "These slides are no longer public",
        sentence: "Their author has withdrawn this link. Ask them for a new one.",
        isEmbed,
      });
    case "ended": {
      const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(found.endedAt);
      return plainPage(410, { title: "This link has ended", sentence: `Its author made it to last until ${day}. Ask them for a new one.`, isEmbed });
    }
  }
}

/** A page without sign-in: the open web, and of the deck's own files what the slides show, by content. */
function publicAddresses(slug: string, files: ReadonlyMap<string, StoredFile>, pictureWidth: PictureWidth): NonNullable<RenderOptions["resolveUrl"]> {
  return (url, kind) => {
    if (kind === "link" || /^(https?:|data:)/i.test(url)) return url;
    const file = files.get(deckFilePath(url) ?? "");
    if (file === undefined) return undefined;
    const address = `/p/${encodeURIComponent(slug)}/files/${file.sha256}`;
    return kind === "image" ? sizedAddress(address, file.width, pictureWidth) : address;
  };
}
