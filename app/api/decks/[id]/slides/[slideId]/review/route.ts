import { z } from "zod";
import { slideIdSchema } from "@/lib/api/ids";
import { putReviewBodySchema } from "@/lib/api/reviews";
import { json } from "@/lib/http/answers";
import { readJsonBody } from "@/lib/http/body";
import { handleDeck, readParams } from "@/lib/http/handle";
import { listReviews } from "@/lib/workspace/reviews/list";
import { putReview } from "@/lib/workspace/reviews/put";

const paramsSchema = z.object({ slideId: slideIdSchema });

export const PUT = handleDeck(
  "comment",
  async ({ request, runtime, session, params, deckId }) => {
    const { slideId } = readParams(params, paramsSchema);
    const { verdict, textHash, body } = await readJsonBody(request, putReviewBodySchema);
    await putReview(runtime, deckId, { slideId, userId: session.userId, verdict, textHash, body });
    return json(200, await listReviews(runtime, deckId, session));
  },
  { rateLimit: "comment" },
);
