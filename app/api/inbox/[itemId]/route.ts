import { z } from "zod";
import { inboxItemIdSchema, patchInboxItemBodySchema } from "@/lib/api/inbox";
import { noContent } from "@/lib/http/answers";
import { readJsonBody } from "@/lib/http/body";
import { handle, readParams } from "@/lib/http/handle";
import { markHandled } from "@/lib/workspace/inbox/mark";

const paramsSchema = z.object({ itemId: inboxItemIdSchema });

export const PATCH = handle(async ({ request, runtime, session, params }) => {
  const { itemId } = readParams(params, paramsSchema);
  const { handled } = await readJsonBody(request, patchInboxItemBodySchema);
  await markHandled(runtime, session.userId, { itemId, isHandled: handled });
  return noContent();
});
