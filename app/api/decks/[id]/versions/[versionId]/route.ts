import { z } from "zod";
import { versionIdSchema } from "@/lib/api/ids";
import { nameVersionBodySchema } from "@/lib/api/versions";
import { json } from "@/lib/http/answers";
import { readJsonBody } from "@/lib/http/body";
import { handleDeck, readParams } from "@/lib/http/handle";
import { getVersion } from "@/lib/workspace/versions/get";
import { nameVersion } from "@/lib/workspace/versions/name";

const paramsSchema = z.object({ versionId: versionIdSchema });

export const GET = handleDeck("readHistory", async ({ runtime, params, deckId }) =>
  json(200, await getVersion(runtime, deckId, readParams(params, paramsSchema))),
);

export const PATCH = handleDeck("keepVersion", async ({ request, runtime, params, deckId }) => {
  const { versionId } = readParams(params, paramsSchema);
  const { name } = await readJsonBody(request, nameVersionBodySchema);
  return json(200, await nameVersion(runtime, deckId, { versionId, name }));
});
