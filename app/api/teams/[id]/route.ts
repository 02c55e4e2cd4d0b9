import { teamBodySchema } from "@/lib/api/teams";
import { json, noContent } from "@/lib/http/answers";
import { readJsonBody } from "@/lib/http/body";
import { originOf } from "@/lib/http/origin";
import { rightsChanged } from "@/lib/http/rights-changed";
import { handleTeam, type TeamInput } from "@/lib/http/teams";
import { deleteTeam, renameTeam } from "@/lib/workspace/teams/change";
import { decksOfTeam } from "@/lib/workspace/teams/decks";
import { getTeam } from "@/lib/workspace/teams/get";
import { membersOfTeam } from "@/lib/workspace/teams/members";

export const GET = handleTeam("see", async (input) => json(200, await teamFor(input)), { takesTeams: true });

export const PATCH = handleTeam("manage", async (input) => {
  const { name } = await readJsonBody(input.request, teamBodySchema);
  await renameTeam(input.runtime, input.teamId, { name });
  return json(200, await teamFor(input));
});

export const DELETE = handleTeam("own", async ({ runtime, session, teamId }) => {
  const [decks, members] = await Promise.all([decksOfTeam(runtime, teamId), membersOfTeam(runtime, teamId)]);
  await deleteTeam(runtime, teamId, { ownerId: session.userId });
  await rightsChanged(runtime, decks, { by: session, of: members });
  return noContent();
});

function teamFor({ request, runtime, session, teamId }: TeamInput) {
  return getTeam(runtime, teamId, { userId: session.userId, origin: originOf(request, runtime.env) });
}
