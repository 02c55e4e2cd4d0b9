import { inviteToDeckBodySchema } from "@/lib/api/invitations";
import { json } from "@/lib/http/answers";
import { readJsonBody } from "@/lib/http/body";
import { handleDeck } from "@/lib/http/handle";
import { originOf } from "@/lib/http/origin";
import { invite } from "@/lib/workspace/invitations/invite";

export const POST = handleDeck(
  "share",
  async ({ request, runtime, session, deckId }) => {
    const { email, right } = await readJsonBody(request, inviteToDeckBodySchema);
    const origin = originOf(request, runtime.env);
    return json(201, await invite(runtime, { deckId }, { email, word: right, invitedBy: session.userId, origin }));
  },
  { rateLimit: "invite" },
);
