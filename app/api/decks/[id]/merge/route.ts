import { mergeBodySchema } from "@/lib/api/merge";
import { json } from "@/lib/http/answers";
import { readJsonBody } from "@/lib/http/body";
import { etagOf } from "@/lib/http/etag";
import { handleDeck } from "@/lib/http/handle";
import { mergeIntoDeck } from "@/lib/workspace/decks/merge";

export const POST = handleDeck("edit", async ({ request, runtime, session, deckId }) => {
  const { base, markdown: mine } = await readJsonBody(request, mergeBodySchema);
  const { text, ...merged } = await mergeIntoDeck(runtime, deckId, { userId: session.userId, base, mine });
  return json(200, merged, { headers: { etag: etagOf(text) } });
});
