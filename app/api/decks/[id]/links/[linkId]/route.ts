import { z } from "zod";
import { linkIdSchema } from "@/lib/api/ids";
import { noContent } from "@/lib/http/answers";
import { handleDeck, readParams } from "@/lib/http/handle";
import { revokeLink } from "@/lib/workspace/links/revoke";

const paramsSchema = z.object({ linkId: linkIdSchema });

export const DELETE = handleDeck("share", async ({ runtime, params, deckId }) => {
  const { linkId } = readParams(params, paramsSchema);
  await revokeLink(runtime, deckId, { linkId, now: new Date() });
  await runtime.collab.recheckRoles(deckId);
  runtime.audience.changed(deckId);
  return noContent();
});
