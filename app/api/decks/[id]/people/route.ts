import { json } from "@/lib/http/answers";
import { handleDeck } from "@/lib/http/handle";
import { originOf } from "@/lib/http/origin";
import { listDeckPeople } from "@/lib/workspace/grants/list-people";

export const GET = handleDeck("share", async ({ request, runtime, session, deckId }) =>
  json(200, await listDeckPeople(runtime, deckId, { userId: session.userId, origin: originOf(request, runtime.env) })),
);
