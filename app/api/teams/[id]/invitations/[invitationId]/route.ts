import { z } from "zod";
import { invitationIdSchema } from "@/lib/api/ids";
import { json, noContent } from "@/lib/http/answers";
import { readParams } from "@/lib/http/handle";
import { originOf } from "@/lib/http/origin";
import { handleTeam } from "@/lib/http/teams";
import { invitationNotFound } from "@/lib/workspace/invitations/invitation-row";
import { sendAgain, withdrawInvitation } from "@/lib/workspace/invitations/invite";

const paramsSchema = z.object({ invitationId: invitationIdSchema });

/** Sends it again; a link lasts a week from now. */
export const POST = handleTeam(
  "invite",
  async ({ request, runtime, params, teamId }) => {
    const { invitationId } = readParams(params, paramsSchema, invitationNotFound());
    return json(200, await sendAgain(runtime, { teamId }, { invitationId, origin: originOf(request, runtime.env) }));
  },
  { rateLimit: "invite" },
);

export const DELETE = handleTeam("invite", async ({ runtime, params, teamId }) => {
  await withdrawInvitation(runtime, { teamId }, readParams(params, paramsSchema, invitationNotFound()));
  return noContent();
});
