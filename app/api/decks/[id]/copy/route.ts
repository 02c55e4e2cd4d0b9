import { copyDeckBodySchema } from "@/lib/api/people";
import { json } from "@/lib/http/answers";
import { readJsonBody } from "@/lib/http/body";
import { handleDeck } from "@/lib/http/handle";
import { requireTokenTeam } from "@/lib/http/token-limits";
import { copyDeck } from "@/lib/workspace/decks/copy";

export const POST = handleDeck(
  "exportMarkdown",
  async ({ request, runtime, session, role, deckId }) => {
    const { title, teamId } = await readJsonBody(request, copyDeckBodySchema);
    const copy = await copyDeck(runtime, deckId, { userId: session.userId, role, title, teamId: requireTokenTeam(session, teamId) });
    return json(201, copy, { headers: { location: `/decks/${copy.id}` } });
  },
  { rateLimit: "createDeck" },
);
