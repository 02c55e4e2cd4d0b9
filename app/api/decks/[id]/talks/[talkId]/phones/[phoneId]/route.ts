import { z } from "zod";
import { phoneIdSchema } from "@/lib/api/ids";
import { AppError } from "@/lib/errors";
import { noContent } from "@/lib/http/answers";
import { readParams } from "@/lib/http/handle";
import { handleTalk } from "@/lib/http/talks";
import { disconnectPhone } from "@/lib/workspace/talks/phones";

const paramsSchema = z.object({ phoneId: phoneIdSchema });

export const DELETE = handleTalk(async ({ runtime, params, presenter, deckId, talkId }) => {
  const { phoneId } = readParams(params, paramsSchema, new AppError("not-found", "You have no such phone in this talk."));
  await disconnectPhone(runtime, phoneId, { talkId, userId: presenter.userId });
  runtime.audience.changed([deckId]);
  return noContent();
});
