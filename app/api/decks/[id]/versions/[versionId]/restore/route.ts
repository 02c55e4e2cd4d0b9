import { z } from "zod";
import { versionIdSchema } from "@/lib/api/ids";
import { noContent } from "@/lib/http/answers";
import { etagOf } from "@/lib/http/etag";
import { handleDeck, readParams } from "@/lib/http/handle";
import { restoreVersion } from "@/lib/workspace/versions/restore";

const paramsSchema = z.object({ versionId: versionIdSchema });

export const POST = handleDeck("restore", async ({ runtime, session, params, deckId }) => {
  const { versionId } = readParams(params, paramsSchema);
  const text = await restoreVersion(runtime, deckId, { versionId, userId: session.userId });
  return noContent({ headers: { etag: etagOf(text) } });
});
