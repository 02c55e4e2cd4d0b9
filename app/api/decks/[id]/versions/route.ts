import { keepVersionBodySchema, listVersionsQuerySchema } from "@/lib/api/versions";
import { json } from "@/lib/http/answers";
import { readJsonBody, readQuery } from "@/lib/http/body";
import { handleDeck } from "@/lib/http/handle";
import { keepVersion } from "@/lib/workspace/versions/keep";
import { listVersions } from "@/lib/workspace/versions/list";

export const GET = handleDeck("readHistory", async ({ request, runtime, deckId }) =>
  json(200, await listVersions(runtime, deckId, readQuery(request, listVersionsQuerySchema))),
);

export const POST = handleDeck("keepVersion", async ({ request, runtime, session, deckId }) => {
  const { name } = await readJsonBody(request, keepVersionBodySchema);
  const { version, isNew } = await keepVersion(runtime, deckId, { userId: session.userId, name });
  return json(isNew ? 201 : 200, version);
});
