import { setTeamRoleBodySchema } from "@/lib/api/teams";
import { noContent } from "@/lib/http/answers";
import { readJsonBody } from "@/lib/http/body";
import { rightsChanged } from "@/lib/http/rights-changed";
import { handleTeam, readPerson } from "@/lib/http/teams";
import { removeMember, setTeamRole } from "@/lib/workspace/teams/change";
import { decksOfTeam } from "@/lib/workspace/teams/decks";
import { requireTeamRole } from "@/lib/workspace/teams/role";

export const PATCH = handleTeam("manage", async ({ request, runtime, session, params, teamId }) => {
  const { role } = await readJsonBody(request, setTeamRoleBodySchema);
  const userId = readPerson(params);
  await setTeamRole(runtime, teamId, { userId, role });
  await rightsChanged(runtime, await decksOfTeam(runtime, teamId), { by: session, of: [userId] });
  return noContent();
});

/** Everybody but the owner may leave; whoever manages the team may send others away. */
export const DELETE = handleTeam("see", async ({ runtime, session, params, teamId }) => {
  const userId = readPerson(params);
  if (userId !== session.userId) await requireTeamRole(runtime, teamId, { userId: session.userId, action: "manage" });
  await removeMember(runtime, teamId, { userId, by: session.userId });
  await rightsChanged(runtime, await decksOfTeam(runtime, teamId), { by: session, of: [userId] });
  return noContent();
});
