import { missingFilesBodySchema } from "@/lib/api/files";
import { json } from "@/lib/http/answers";
import { readJsonBody } from "@/lib/http/body";
import { handleDeck } from "@/lib/http/handle";
import { findMissingFiles } from "@/lib/workspace/files/missing";

export const POST = handleDeck("addFiles", async ({ request, runtime, deckId }) => {
  const { markdown } = await readJsonBody(request, missingFilesBodySchema);
  return json(200, await findMissingFiles(runtime, deckId, markdown));
});
