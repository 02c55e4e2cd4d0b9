import { z } from "zod";
import { invitationIdSchema } from "@/lib/api/ids";
import { json, noContent } from "@/lib/http/answers";
import { handleDeck, readParams } from "@/lib/http/handle";
import { originOf } from "@/lib/http/origin";
import { invitationNotFound } from "@/lib/workspace/invitations/invitation-row";
import { sendAgain, withdrawInvitation } from "@/lib/workspace/invitations/invite";

const paramsSchema = z.object({ invitationId: invitationIdSchema });

/** Sends it again. */
export const POST = handleDeck(
  "share",
  async ({ request, runtime, params, deckId }) => {
    const { invitationId } = readParams(params, paramsSchema, invitationNotFound());
    return json(200, await sendAgain(runtime, { deckId }, { invitationId, origin: originOf(request, runtime.env) }));
  },
  { rateLimit: "invite" },
);

export const DELETE = handleDeck("share", async ({ runtime, params, deckId }) => {
  await withdrawInvitation(runtime, { deckId }, readParams(params, paramsSchema, invitationNotFound()));
  return noContent();
});
