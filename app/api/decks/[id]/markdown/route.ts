import { noContent } from "@/lib/http/answers";
import { readTextBody } from "@/lib/http/body";
import { etagOf, matchesNone, readIfMatch } from "@/lib/http/etag";
import { handleDeck } from "@/lib/http/handle";
import { replaceMarkdown } from "@/lib/workspace/decks/markdown";

export const GET = handleDeck("exportMarkdown", async ({ request, runtime, deckId }) => {
  const text = await runtime.collab.readDeck(deckId);
  const headers = { etag: etagOf(text), "content-type": "text/markdown; charset=utf-8", "cache-control": "private, no-cache" };
  return matchesNone(request.headers, headers.etag) ? new Response(null, { status: 304, headers }) : new Response(text.markdown, { headers });
});

export const PUT = handleDeck("edit", async ({ request, runtime, session, deckId }) => {
  const expected = readIfMatch(request.headers);
  const source = await readTextBody(request, { mediaTypes: ["text/markdown", "text/plain"] });
  const text = await replaceMarkdown(runtime, deckId, source, { userId: session.userId, expected });
  return noContent({ headers: { etag: etagOf(text) } });
});
