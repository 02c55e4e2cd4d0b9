import { setOwnerBodySchema } from "@/lib/api/people";
import { noContent } from "@/lib/http/answers";
import { readJsonBody } from "@/lib/http/body";
import { handleDeck } from "@/lib/http/handle";
import { rightsChanged } from "@/lib/http/rights-changed";
import { transferDeck } from "@/lib/workspace/decks/transfer";
import { membersOfTeam } from "@/lib/workspace/teams/members";

export const PUT = handleDeck("transfer", async ({ request, runtime, session, deckId }) => {
  const to = await readJsonBody(request, setOwnerBodySchema);
  await transferDeck(runtime, deckId, { to, by: session.userId });
  const of = "userId" in to ? [to.userId] : await membersOfTeam(runtime, to.teamId);
  await rightsChanged(runtime, [deckId], { by: session, of });
  return noContent();
});
