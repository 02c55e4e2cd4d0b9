import { setTeamOwnerBodySchema } from "@/lib/api/teams";
import { noContent } from "@/lib/http/answers";
import { readJsonBody } from "@/lib/http/body";
import { handleTeam } from "@/lib/http/teams";
import { transferTeam } from "@/lib/workspace/teams/change";

export const PUT = handleTeam("own", async ({ request, runtime, teamId }) => {
  await transferTeam(runtime, teamId, await readJsonBody(request, setTeamOwnerBodySchema));
  return noContent();
});
