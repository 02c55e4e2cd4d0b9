import { patchMeBodySchema, type Me } from "@/lib/api/account";
import type { Session } from "@/lib/auth/session";
import { json } from "@/lib/http/answers";
import { readJsonBody } from "@/lib/http/body";
import { handle } from "@/lib/http/handle";
import { renamePerson } from "@/lib/workspace/people/rename";

export const GET = handle(async ({ session }) => json(200, toMe(session)));

export const PATCH = handle(async ({ request, runtime, session }) => {
  const { name } = await readJsonBody(request, patchMeBodySchema);
  await renamePerson(runtime, session.userId, { name });
  return json(200, toMe({ ...session, name }));
});

function toMe({ userId, name, isGuest, email }: Session): Me {
  return { id: userId, name, isGuest, email: email ?? null };
}
