import { importDeckBodySchema } from "@/lib/api/import";
import { json } from "@/lib/http/answers";
import { readJsonBody } from "@/lib/http/body";
import { handle } from "@/lib/http/handle";
import { requireTokenTeam } from "@/lib/http/token-limits";
import { importDeck } from "@/lib/workspace/decks/import";

export const POST = handle(
  async ({ request, runtime, session }) => {
    const { filename, teamId, ...body } = await readJsonBody(request, importDeckBodySchema);
    const deck = await importDeck(runtime, { ownerId: session.userId, teamId: requireTokenTeam(session, teamId), filename, ...body });
    runtime.diagrams.settled(deck.id);
    return json(201, deck, { headers: { location: `/decks/${deck.id}` } });
  },
  { rateLimit: "importDeck", tokenScope: "write", takesTeams: true },
);
