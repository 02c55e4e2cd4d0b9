import { z } from "zod";
import { embedCode } from "@/lib/api/embed";
import { parseDeck } from "@/lib/deck";
import { json } from "@/lib/http/answers";
import { originOf } from "@/lib/http/origin";
import { keysOf } from "@/lib/http/public/link-key";
import { refusal } from "@/lib/http/public/refusal";
import type { Runtime } from "@/lib/runtime";
import { findPublicDeck } from "@/lib/workspace/links/find-public";

const sizeSchema = z.coerce.number().int().min(1).max(10_000).optional().catch(undefined);
const fullWidth = 960;

/** `/p/<slug>/oembed.json` (https://oembed.com): what pages need that turn a pasted link into the slides themselves. */
export async function answerOembed(request: Request, { runtime, slug }: { readonly runtime: Runtime; readonly slug: string }): Promise<Response> {
  const found = await findPublicDeck(runtime, slug, keysOf(request.headers, { slug, env: runtime.env }));
  if (found.state !== "there") return refusal(found.state);
  const { searchParams } = new URL(request.url);
  const deck = parseDeck(found.markdown);
  const ratio = deck.settings.aspectRatio === "4:3" ? 3 / 4 : 9 / 16;
  const maxWidth = sizeSchema.parse(searchParams.get("maxwidth") ?? undefined) ?? fullWidth;
  const maxHeight = sizeSchema.parse(searchParams.get("maxheight") ?? undefined) ?? fullWidth;
  const width = Math.floor(Math.min(maxWidth, maxHeight / ratio));
  const url = `${originOf(request, runtime.env)}/p/${slug}`;
  const title = found.name ?? deck.title;
  return json(200, {
    version: "1.0",
    type: "rich",
    provider_name: "Lectern",
    title,
    ...(deck.settings.author === undefined ? {} : { author_name: deck.settings.author }),
    html: embedCode({ url, title }),
    width,
    height: Math.round(width * ratio),
    thumbnail_url: `${url}/cover.jpg`,
    thumbnail_width: 1200,
    thumbnail_height: Math.round(1200 * ratio),
  });
}
