import { z } from "zod";
import { replyBodySchema } from "@/lib/api/comments";
import { commentIdSchema } from "@/lib/api/ids";
import { json } from "@/lib/http/answers";
import { readJsonBody } from "@/lib/http/body";
import { handleDeck, readParams } from "@/lib/http/handle";
import { replyTo } from "@/lib/workspace/comments/reply";

const paramsSchema = z.object({ commentId: commentIdSchema });

export const POST = handleDeck(
  "comment",
  async ({ request, runtime, session, params, deckId }) => {
    const { commentId } = readParams(params, paramsSchema);
    const { body } = await readJsonBody(request, replyBodySchema);
    return json(201, await replyTo(runtime, deckId, { commentId, userId: session.userId, body }));
  },
  { rateLimit: "comment" },
);
