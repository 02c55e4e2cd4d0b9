import { setRightBodySchema } from "@/lib/api/people";
import { noContent } from "@/lib/http/answers";
import { readJsonBody } from "@/lib/http/body";
import { handleDeck } from "@/lib/http/handle";
import { rightsChanged } from "@/lib/http/rights-changed";
import { readPerson } from "@/lib/http/teams";
import { requireRole } from "@/lib/workspace/decks/role";
import { removePerson, setRight } from "@/lib/workspace/grants/set-right";

export const PATCH = handleDeck("share", async ({ request, runtime, session, params, deckId }) => {
  const { right } = await readJsonBody(request, setRightBodySchema);
  const userId = readPerson(params);
  await setRight(runtime, deckId, { userId, right });
  await rightsChanged(runtime, [deckId], { by: session, of: [userId] });
  return noContent();
});

/** Everybody may leave; whoever shares the deck may send others away. */
export const DELETE = handleDeck("read", async ({ runtime, session, params, deckId }) => {
  const userId = readPerson(params);
  if (userId !== session.userId) await requireRole(runtime, deckId, { userId: session.userId, action: "share" });
  await removePerson(runtime, deckId, { userId });
  await rightsChanged(runtime, [deckId], { by: session, of: [userId] });
  return noContent();
});
