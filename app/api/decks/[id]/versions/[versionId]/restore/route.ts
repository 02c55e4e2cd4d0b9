import { z } from "zod";
import { versionIdSchema } from "@/lib/api/ids";
import { namelessGuest } from "@/lib/collab/protocol/person-name";
import { noContent } from "@/lib/http/answers";
import { etagOf } from "@/lib/http/etag";
import { handleDeck, readParams } from "@/lib/http/handle";
import { restoreVersion } from "@/lib/workspace/versions/restore";

const paramsSchema = z.object({ versionId: versionIdSchema });

export const POST = handleDeck("restore", async ({ runtime, session, params, deckId }) => {
  const { versionId } = readParams(params, paramsSchema);
  const by = { id: session.userId, name: session.name || namelessGuest };
  const { text, to, replaced } = await restoreVersion(runtime, deckId, { versionId, userId: by.id, by: by.name });
  const etag = etagOf(text);
  if (replaced !== undefined) {
    runtime.collab.tellRestored(deckId, { by, to: { name: to.name, createdAt: to.createdAt }, replaced, etag });
  }
  return noContent({ headers: { etag } });
});
