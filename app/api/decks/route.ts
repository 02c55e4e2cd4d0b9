import { createDeckBodySchema, listDecksQuerySchema } from "@/lib/api/decks";
import { json } from "@/lib/http/answers";
import { readJsonBody, readQuery } from "@/lib/http/body";
import { handle } from "@/lib/http/handle";
import { createDeck } from "@/lib/workspace/decks/create";
import { requireTokenTeam, teamOf } from "@/lib/http/token-limits";
import { listDecks } from "@/lib/workspace/decks/list";
import { templateMarkdown } from "@/lib/workspace/templates/list";
import { tourMarkdown } from "@/lib/workspace/decks/tour";

export const GET = handle(
  async ({ request, runtime, session }) => {
    const query = readQuery(request, listDecksQuerySchema);
    return json(200, await listDecks(runtime, session.userId, { ...query, within: teamOf(session) }));
  },
  { takesTeams: true },
);

export const POST = handle(
  async ({ request, runtime, session }) => {
    const { title, teamId, markdown, start, template } = await readJsonBody(request, createDeckBodySchema);
    const deck = await createDeck(runtime, {
      ownerId: session.userId,
      teamId: requireTokenTeam(session, teamId),
      name: title,
      markdown: template === undefined ? (start === "tour" ? tourMarkdown : (markdown ?? "")) : templateMarkdown(template),
    });
    runtime.diagrams.settled(deck.id);
    return json(201, deck, { headers: { location: `/decks/${deck.id}` } });
  },
  { rateLimit: "createDeck", tokenScope: "write", takesTeams: true },
);
