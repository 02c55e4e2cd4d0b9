import { setTeamOwnerBodySchema } from "@/lib/api/teams";
import { noContent } from "@/lib/http/answers";
import { readJsonBody } from "@/lib/http/body";
import { rightsChanged } from "@/lib/http/rights-changed";
import { handleTeam } from "@/lib/http/teams";
import { transferTeam } from "@/lib/workspace/teams/change";
import { decksOfTeam } from "@/lib/workspace/teams/decks";

export const PUT = handleTeam("own", async ({ request, runtime, session, teamId }) => {
  const { userId } = await readJsonBody(request, setTeamOwnerBodySchema);
  await transferTeam(runtime, teamId, { userId, by: session.userId });
  await rightsChanged(runtime, await decksOfTeam(runtime, teamId), { by: session, of: [userId] });
  return noContent();
});
