import { searchQuerySchema } from "@/lib/api/search";
import { json } from "@/lib/http/answers";
import { readQuery } from "@/lib/http/body";
import { handle } from "@/lib/http/handle";
import { teamOf } from "@/lib/http/token-limits";
import { readSearchCursor } from "@/lib/workspace/search/cursor";
import { searchDecks } from "@/lib/workspace/search/search";

export const GET = handle(
  async ({ request, runtime, session }) => {
    const { q, cursor } = readQuery(request, searchQuerySchema);
    const after = cursor === undefined ? undefined : readSearchCursor(cursor);
    return json(200, await searchDecks(runtime, session.userId, q, { within: teamOf(session), after }));
  },
  { takesTeams: true },
);
