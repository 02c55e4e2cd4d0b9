import { currentSessionId } from "@/lib/auth/session";
import { json, noContent } from "@/lib/http/answers";
import { authOf } from "@/lib/http/auth";
import { handle } from "@/lib/http/handle";
import { endAllSessions, listSessions } from "@/lib/workspace/people/sessions";

export const GET = handle(async ({ request, runtime, session }) =>
  json(200, await listSessions(runtime, session.userId, { currentId: await currentSessionId(authOf(runtime), request.headers) })),
);

/** Signs out everywhere, here too. */
export const DELETE = handle(async ({ runtime, session }) => {
  await endAllSessions(runtime, session.userId);
  return noContent();
});
