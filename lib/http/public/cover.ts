import { parseDeck } from "@/lib/deck";
import { pictureSlide } from "@/lib/browser/picture-slide";
import { keysOf } from "@/lib/http/public/link-key";
import { refusal } from "@/lib/http/public/refusal";
import { dataPolicy } from "@/lib/http/security-headers";
import type { Runtime } from "@/lib/runtime";
import { renderDocument } from "@/lib/stage/document";
import { inlineAddresses } from "@/lib/workspace/files/data-urls";
import { findPublicDeck, type PublicDeck } from "@/lib/workspace/links/find-public";

type Shown = Extract<PublicDeck, { state: "there" }>;

/** Diagrams that nobody has drawn are waited for so long. */
const diagramWaitMs = 4_000;

/** Pictures by deck and version: link previews of one talk come by the dozen, from machines that don't wait long. */
const kept = new Map<string, Promise<Uint8Array<ArrayBuffer> | undefined>>();
const maxKept = 100;

const noPicture = "There is no picture of these slides.";

/** `/p/<slug>/cover.jpg`: the first slide as a picture, for previews of the link. 404 where the server has no browser. */
export async function answerCover(request: Request, { runtime, slug }: { readonly runtime: Runtime; readonly slug: string }): Promise<Response> {
  const found = await findPublicDeck(runtime, slug, keysOf(request.headers, { slug, env: runtime.env }));
  if (found.state !== "there") return refusal(found.state, noPicture);
  const picture = await pictureOf(runtime, found);
  if (!picture) return refusal("missing", noPicture);
  return new Response(picture, {
    headers: {
      "content-type": "image/jpeg",
      "cache-control": found.lock === null ? "public, max-age=300" : "private, no-cache",
      "content-security-policy": dataPolicy,
    },
  });
}

function pictureOf(runtime: Runtime, shown: Shown): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const key = `${shown.deckId} ${shown.live.version}`;
  const known = kept.get(key);
  if (known) return known;
  const making = makePicture(runtime, shown);
  kept.set(key, making);
  // One that failed is tried again by the next who asks, who is told.
  making.catch(() => kept.delete(key));
  const [oldest] = kept.keys();
  if (kept.size > maxKept && oldest !== undefined) kept.delete(oldest);
  return making;
}

async function makePicture(runtime: Runtime, { deckId, markdown, name }: Shown): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const whole = parseDeck(markdown);
  // Files and diagrams of the others are not asked for.
  const deck = { ...whole, slides: whole.slides.filter((slide) => !slide.settings.hidden).slice(0, 1) };
  const { html } = await renderDocument({
    deck,
    mode: "file",
    assets: runtime.assets,
    diagrams: await runtime.diagrams.drawingsOf(deckId, deck, { waitMs: diagramWaitMs }),
    resolveUrl: await inlineAddresses(runtime, deckId, { deck, pictureWidth: 1280 }),
    ...(name === null ? {} : { title: name }),
  });
  const picture = await pictureSlide(runtime.browser, html);
  return picture && new Uint8Array(picture);
}
