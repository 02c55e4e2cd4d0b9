import { deckActsBodySchema } from "@/lib/api/deck-acts";
import { json } from "@/lib/http/answers";
import { readJsonBody } from "@/lib/http/body";
import { handle } from "@/lib/http/handle";
import { actOnDecks } from "@/lib/workspace/decks/act";
import { namelessGuest } from "@/lib/collab/protocol/person-name";

export const POST = handle(async ({ request, runtime, session }) => {
  const { deckIds, act } = await readJsonBody(request, deckActsBodySchema);
  const actor = { userId: session.userId, name: session.name || namelessGuest, now: new Date() };
  return json(200, await actOnDecks(runtime, deckIds, act, actor));
});
