import { patchMeBodySchema, type Me } from "@/lib/api/account";
import { deleteMeBodySchema } from "@/lib/api/account-page";
import type { Session } from "@/lib/auth/session";
import { json, noContent } from "@/lib/http/answers";
import { readJsonBody } from "@/lib/http/body";
import { handle, handleForAnybody } from "@/lib/http/handle";
import { countPasswordTry } from "@/lib/http/password-tries";
import { rightsChanged } from "@/lib/http/rights-changed";
import { namelessGuest } from "@/lib/collab/protocol/person-name";
import { deleteAccount } from "@/lib/workspace/people/delete-account";
import { renamePerson } from "@/lib/workspace/people/rename";

/** A stranger gets 204 and no error: asking who one is is no mistake. */
export const GET = handleForAnybody(async ({ session }) => (session ? json(200, toMe(session)) : noContent()));

export const PATCH = handle(async ({ request, runtime, session }) => {
  const { name } = await readJsonBody(request, patchMeBodySchema);
  await renamePerson(runtime, session.userId, { name });
  return json(200, toMe({ ...session, name }));
});

/** Deletes the account with the decks that it owns; pages that have one open hear of it. */
export const DELETE = handle(async ({ request, runtime, session }) => {
  const { password } = await readJsonBody(request, deleteMeBodySchema);
  const { gone, others } = await deleteAccount(runtime, session.userId, {
    password,
    countTry: (check) => countPasswordTry(runtime, session.userId, { headers: request.headers, check }),
  });
  for (const deckId of gone) await runtime.collab.closeDeck(deckId, "deleted", { by: session.name || namelessGuest });
  await rightsChanged(runtime, [...gone, ...others]);
  await runtime.collab.recheckPerson(session.userId);
  return noContent();
});

function toMe({ userId, name, isGuest, email }: Session): Me {
  return { id: userId, name, isGuest, email: email ?? null };
}
