import { z } from "zod";
import { tokenIdSchema } from "@/lib/api/ids";
import { noContent } from "@/lib/http/answers";
import { handle, readParams } from "@/lib/http/handle";
import { revokeToken } from "@/lib/workspace/tokens/revoke";

const paramsSchema = z.object({ tokenId: tokenIdSchema });

export const DELETE = handle(async ({ params, runtime, session }) => {
  await revokeToken(runtime, session.userId, readParams(params, paramsSchema).tokenId);
  await runtime.collab.recheckPerson(session.userId);
  return noContent();
});
