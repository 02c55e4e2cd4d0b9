import { z } from "zod";
import { slideIdSchema } from "@/lib/api/ids";
import { json } from "@/lib/http/answers";
import { handleDeck, readParams } from "@/lib/http/handle";
import { getSlideHistory } from "@/lib/workspace/slides/history";

const paramsSchema = z.object({ slideId: slideIdSchema });

export const GET = handleDeck("readHistory", async ({ runtime, params, deckId }) =>
  json(200, await getSlideHistory(runtime, deckId, readParams(params, paramsSchema))),
);
