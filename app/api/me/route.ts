import { patchMeBodySchema, type Me } from "@/lib/api/account";
import type { Session } from "@/lib/auth/session";
import { json, noContent } from "@/lib/http/answers";
import { readJsonBody } from "@/lib/http/body";
import { handle, handleForAnybody } from "@/lib/http/handle";
import { renamePerson } from "@/lib/workspace/people/rename";

/** A stranger gets 204 and no error: asking who one is is no mistake. */
export const GET = handleForAnybody(async ({ session }) => (session ? json(200, toMe(session)) : noContent()));

export const PATCH = handle(async ({ request, runtime, session }) => {
  const { name } = await readJsonBody(request, patchMeBodySchema);
  await renamePerson(runtime, session.userId, { name });
  return json(200, toMe({ ...session, name }));
});

function toMe({ userId, name, isGuest, email }: Session): Me {
  return { id: userId, name, isGuest, email: email ?? null };
}
