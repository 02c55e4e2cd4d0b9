import { deleteDeckQuerySchema, patchDeckBodySchema } from "@/lib/api/decks";
import { json, noContent } from "@/lib/http/answers";
import { readJsonBody, readQuery } from "@/lib/http/body";
import { handleDeck } from "@/lib/http/handle";
import { changeDeck } from "@/lib/workspace/decks/change";
import { namelessGuest } from "@/lib/collab/protocol/person-name";
import { deleteDeck } from "@/lib/workspace/decks/delete";
import { getDeck } from "@/lib/workspace/decks/get";
import { trashDeck } from "@/lib/workspace/decks/trash";

export const GET = handleDeck("read", async ({ runtime, session, deckId, role }) =>
  json(200, await getDeck(runtime, deckId, { userId: session.userId, role })),
);

export const PATCH = handleDeck("read", async ({ request, runtime, session, deckId, role }) => {
  const change = await readJsonBody(request, patchDeckBodySchema);
  await changeDeck(runtime, deckId, change, { userId: session.userId, role, now: new Date() });
  return json(200, await getDeck(runtime, deckId, { userId: session.userId, role }));
});

export const DELETE = handleDeck("trash", async ({ request, runtime, session, deckId }) => {
  const { forever } = readQuery(request, deleteDeckQuerySchema);
  if (forever) await deleteDeck(runtime, deckId);
  else await trashDeck(runtime, deckId, { by: session.name || namelessGuest, now: new Date() });
  return noContent();
});
