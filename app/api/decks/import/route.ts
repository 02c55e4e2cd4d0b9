import { importDeckBodySchema } from "@/lib/api/import";
import { json } from "@/lib/http/answers";
import { readJsonBody } from "@/lib/http/body";
import { handle } from "@/lib/http/handle";
import { importDeck } from "@/lib/workspace/decks/import";

export const POST = handle(
  async ({ request, runtime, session }) => {
    const body = await readJsonBody(request, importDeckBodySchema);
    const deck = await importDeck(runtime, { ownerId: session.userId, ...body, filename: body.filename });
    runtime.diagrams.settled(deck.id);
    return json(201, deck, { headers: { location: `/decks/${deck.id}` } });
  },
  { rateLimit: "importDeck", tokenScope: "write" },
);
