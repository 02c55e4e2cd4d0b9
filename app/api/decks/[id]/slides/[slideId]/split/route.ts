import { z } from "zod";
import { slideIdSchema } from "@/lib/api/ids";
import { noContent } from "@/lib/http/answers";
import { etagOf } from "@/lib/http/etag";
import { handleDeck, readParams } from "@/lib/http/handle";
import { splitSlide } from "@/lib/workspace/slides/split";

const paramsSchema = z.object({ slideId: slideIdSchema });

export const POST = handleDeck("edit", async ({ runtime, session, params, deckId }) => {
  const { slideId } = readParams(params, paramsSchema);
  const text = await splitSlide(runtime, deckId, { slideId, userId: session.userId });
  return noContent({ headers: { etag: etagOf(text) } });
});
