import { z } from "zod";
import { sessionIdSchema } from "@/lib/api/account-page";
import { noContent } from "@/lib/http/answers";
import { handle, readParams } from "@/lib/http/handle";
import { endSession } from "@/lib/workspace/people/sessions";

const paramsSchema = z.object({ sessionId: sessionIdSchema });

export const DELETE = handle(async ({ runtime, session, params }) => {
  await endSession(runtime, session.userId, readParams(params, paramsSchema));
  await runtime.collab.recheckPerson(session.userId);
  return noContent();
});
