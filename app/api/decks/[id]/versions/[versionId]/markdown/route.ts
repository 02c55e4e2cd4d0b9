import { z } from "zod";
import { versionIdSchema } from "@/lib/api/ids";
import { attachment } from "@/lib/http/answers";
import { handleDeck, readParams } from "@/lib/http/handle";
import { getVersion } from "@/lib/workspace/versions/get";

const paramsSchema = z.object({ versionId: versionIdSchema });

export const GET = handleDeck("readHistory", async ({ runtime, params, deckId }) => {
  const { name, createdAt, markdown } = await getVersion(runtime, deckId, readParams(params, paramsSchema));
  const filename = `${name ?? createdAt.slice(0, 16).replace(":", ".")}.md`.replace(/[/\\]/g, "-");
  return attachment(markdown, { filename, contentType: "text/markdown; charset=utf-8" });
});
