import { z } from "zod";
import { json } from "@/lib/http/answers";
import { handle, handleOpen, readParams } from "@/lib/http/handle";
import { rightsChanged } from "@/lib/http/rights-changed";
import { acceptInvitation, findInvitation } from "@/lib/workspace/invitations/accept";
import { decksOfTeam } from "@/lib/workspace/teams/decks";

const paramsSchema = z.object({ token: z.string().min(1).max(100) });

export const GET = handleOpen(async ({ runtime, params }) => json(200, await findInvitation(runtime, readParams(params, paramsSchema).token)), {
  rateLimit: "join",
});

export const POST = handle(
  async ({ runtime, session, params }) => {
    const { token } = readParams(params, paramsSchema);
    const { accepted, deckId, teamId } = await acceptInvitation(runtime, token, session);
    await rightsChanged(runtime, deckId ? [deckId] : teamId ? await decksOfTeam(runtime, teamId) : []);
    return json(200, accepted);
  },
  { rateLimit: "join" },
);
