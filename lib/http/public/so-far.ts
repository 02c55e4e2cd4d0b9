import { json } from "@/lib/http/answers";
import { keysOf } from "@/lib/http/public/link-key";
import { refusal } from "@/lib/http/public/refusal";
import type { Runtime } from "@/lib/runtime";
import { findPublicLink } from "@/lib/workspace/links/find-public";
import { readTalk } from "@/lib/workspace/talks/talk-row";
import { slidesSoFar } from "@/lib/workspace/talks/visits";

/** `/p/<slug>/so-far.json`: for latecomers, what the running talk has shown so far, and how long. Nothing where none runs. */
export async function answerSoFar(request: Request, { runtime, slug }: { readonly runtime: Runtime; readonly slug: string }): Promise<Response> {
  const found = await findPublicLink(runtime, slug);
  if (found.state !== "there") return refusal(found.state);
  if (found.lock !== null && !keysOf(request.headers, { slug, env: runtime.env })(found.lock)) return refusal("locked");
  const slides = found.talkId === null ? [] : await slidesSoFar(runtime.pool, await readTalk(runtime.pool, found.deckId, found.talkId));
  return json(200, { slides }, { headers: { "cache-control": "no-store" } });
}
