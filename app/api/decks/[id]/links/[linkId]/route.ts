import { z } from "zod";
import { linkIdSchema } from "@/lib/api/ids";
import { updateLinkBodySchema } from "@/lib/api/links";
import { json, noContent } from "@/lib/http/answers";
import { readJsonBody } from "@/lib/http/body";
import { handleDeck, readParams } from "@/lib/http/handle";
import { originOf } from "@/lib/http/origin";
import { rightsChanged } from "@/lib/http/rights-changed";
import { revokeLink } from "@/lib/workspace/links/revoke";
import { updateLink } from "@/lib/workspace/links/update";

const paramsSchema = z.object({ linkId: linkIdSchema });

export const PATCH = handleDeck("share", async ({ request, runtime, session, params, deckId }) => {
  const { linkId } = readParams(params, paramsSchema);
  const { expiresAt, ...changes } = await readJsonBody(request, updateLinkBodySchema);
  const link = await updateLink(runtime, deckId, {
    ...changes,
    linkId,
    expiresAt: expiresAt == null ? expiresAt : new Date(expiresAt),
    userId: session.userId,
    origin: originOf(request, runtime.env),
    now: new Date(),
  });
  await rightsChanged(runtime, [deckId]);
  return json(200, link);
});

export const DELETE = handleDeck("share", async ({ runtime, session, params, deckId }) => {
  const { linkId } = readParams(params, paramsSchema);
  const joiners = await revokeLink(runtime, deckId, { linkId, now: new Date() });
  await rightsChanged(runtime, [deckId], { by: session, of: joiners });
  return noContent();
});
