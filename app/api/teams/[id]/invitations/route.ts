import { inviteToTeamBodySchema } from "@/lib/api/invitations";
import { json } from "@/lib/http/answers";
import { readJsonBody } from "@/lib/http/body";
import { originOf } from "@/lib/http/origin";
import { handleTeam } from "@/lib/http/teams";
import { invite } from "@/lib/workspace/invitations/invite";

export const POST = handleTeam(
  "invite",
  async ({ request, runtime, session, teamId }) => {
    const { email, role } = await readJsonBody(request, inviteToTeamBodySchema);
    const origin = originOf(request, runtime.env);
    return json(201, await invite(runtime, { teamId }, { email, word: role, invitedBy: session.userId, origin }));
  },
  { rateLimit: "invite" },
);
