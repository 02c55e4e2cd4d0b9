import { json, noContent } from "@/lib/http/answers";
import { handle } from "@/lib/http/handle";
import { endAllSessions, listSessions } from "@/lib/workspace/people/sessions";

export const GET = handle(async ({ runtime, session }) => json(200, await listSessions(runtime, session.userId, { currentId: session.id })));

/** Signs out everywhere, here too. */
export const DELETE = handle(async ({ runtime, session }) => {
  await endAllSessions(runtime, session.userId);
  await runtime.collab.recheckPerson(session.userId);
  return noContent();
});
