import { z } from "zod";
import { patchCommentBodySchema } from "@/lib/api/comments";
import { commentIdSchema } from "@/lib/api/ids";
import { json, noContent } from "@/lib/http/answers";
import { readJsonBody } from "@/lib/http/body";
import { handleDeck, readParams } from "@/lib/http/handle";
import { changeComment } from "@/lib/workspace/comments/change";
import { deleteComment } from "@/lib/workspace/comments/delete";

const paramsSchema = z.object({ commentId: commentIdSchema });

export const PATCH = handleDeck("comment", async ({ request, runtime, session, params, deckId }) => {
  const { commentId } = readParams(params, paramsSchema);
  const { body, resolved } = await readJsonBody(request, patchCommentBodySchema);
  return json(200, await changeComment(runtime, deckId, { commentId, userId: session.userId, body, resolved }));
});

export const DELETE = handleDeck("comment", async ({ runtime, session, params, deckId, role }) => {
  const { commentId } = readParams(params, paramsSchema);
  await deleteComment(runtime, deckId, { commentId, userId: session.userId, role });
  return noContent();
});
