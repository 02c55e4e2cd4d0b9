import { patchDeckBodySchema } from "@/lib/api/decks";
import { json, noContent } from "@/lib/http/answers";
import { readJsonBody } from "@/lib/http/body";
import { handleDeck } from "@/lib/http/handle";
import { namelessGuest } from "@/lib/workspace/decks/deck-info";
import { getDeck } from "@/lib/workspace/decks/get";
import { renameDeck } from "@/lib/workspace/decks/rename";
import { restoreFromTrash } from "@/lib/workspace/decks/restore-from-trash";
import { requireRole } from "@/lib/workspace/decks/role";
import { trashDeck } from "@/lib/workspace/decks/trash";

export const GET = handleDeck("read", async ({ runtime, session, deckId, role }) =>
  json(200, await getDeck(runtime, deckId, { userId: session.userId, role })),
);

export const PATCH = handleDeck("rename", async ({ request, runtime, session, deckId, role }) => {
  const { title, trashed } = await readJsonBody(request, patchDeckBodySchema);
  if (trashed === false) {
    await requireRole(runtime, deckId, { userId: session.userId, action: "trash" });
    await restoreFromTrash(runtime, deckId);
  }
  if (title !== undefined) await renameDeck(runtime, deckId, { name: title });
  return json(200, await getDeck(runtime, deckId, { userId: session.userId, role }));
});

export const DELETE = handleDeck("trash", async ({ runtime, session, deckId }) => {
  await trashDeck(runtime, deckId, { now: new Date() });
  runtime.audience.changed(deckId);
  await runtime.collab.closeDeck(deckId, "deleted", { by: session.name || namelessGuest });
  return noContent();
});
