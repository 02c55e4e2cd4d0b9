import { z } from "zod";
import { slideIdSchema } from "@/lib/api/ids";
import { restoreSlideBodySchema } from "@/lib/api/slide-history";
import { noContent } from "@/lib/http/answers";
import { readJsonBody } from "@/lib/http/body";
import { etagOf } from "@/lib/http/etag";
import { handleDeck, readParams } from "@/lib/http/handle";
import { restoreSlide } from "@/lib/workspace/slides/restore";

const paramsSchema = z.object({ slideId: slideIdSchema });

export const POST = handleDeck("restore", async ({ request, runtime, session, params, deckId }) => {
  const { slideId } = readParams(params, paramsSchema);
  const { textHash } = await readJsonBody(request, restoreSlideBodySchema);
  const text = await restoreSlide(runtime, deckId, { slideId, textHash, userId: session.userId });
  return noContent({ headers: { etag: etagOf(text) } });
});
