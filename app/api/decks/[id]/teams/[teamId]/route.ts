import { z } from "zod";
import { teamIdSchema } from "@/lib/api/ids";
import { setRightBodySchema } from "@/lib/api/people";
import { noContent } from "@/lib/http/answers";
import { readJsonBody } from "@/lib/http/body";
import { handleDeck, readParams } from "@/lib/http/handle";
import { rightsChanged } from "@/lib/http/rights-changed";
import { removeTeam, setTeamRight } from "@/lib/workspace/grants/set-right";
import { membersOfTeam } from "@/lib/workspace/teams/members";

const paramsSchema = z.object({ teamId: teamIdSchema });

export const PUT = handleDeck("share", async ({ request, runtime, session, params, deckId }) => {
  const { teamId } = readParams(params, paramsSchema);
  const { right } = await readJsonBody(request, setRightBodySchema);
  await setTeamRight(runtime, deckId, { teamId, right, userId: session.userId });
  await rightsChanged(runtime, [deckId], { by: session, of: await membersOfTeam(runtime, teamId) });
  return noContent();
});

export const DELETE = handleDeck("share", async ({ runtime, session, params, deckId }) => {
  const { teamId } = readParams(params, paramsSchema);
  await removeTeam(runtime, deckId, { teamId });
  await rightsChanged(runtime, [deckId], { by: session, of: await membersOfTeam(runtime, teamId) });
  return noContent();
});
