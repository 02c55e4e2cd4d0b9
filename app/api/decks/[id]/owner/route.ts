import { setOwnerBodySchema } from "@/lib/api/people";
import { noContent } from "@/lib/http/answers";
import { readJsonBody } from "@/lib/http/body";
import { handleDeck } from "@/lib/http/handle";
import { rightsChanged } from "@/lib/http/rights-changed";
import { transferDeck } from "@/lib/workspace/decks/transfer";

export const PUT = handleDeck("transfer", async ({ request, runtime, session, deckId }) => {
  await transferDeck(runtime, deckId, { to: await readJsonBody(request, setOwnerBodySchema), by: session.userId });
  await rightsChanged(runtime, [deckId]);
  return noContent();
});
