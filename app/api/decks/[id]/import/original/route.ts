import { originalQuerySchema } from "@/lib/api/import";
import { attachment } from "@/lib/http/answers";
import { readQuery } from "@/lib/http/body";
import { handleDeck } from "@/lib/http/handle";
import { getOriginal } from "@/lib/workspace/imports/get";

export const GET = handleDeck("exportMarkdown", async ({ request, runtime, deckId }) => {
  const { filename, source } = await getOriginal(runtime, deckId, readQuery(request, originalQuerySchema));
  return attachment(source, { filename: filename.split("/").at(-1) ?? filename, contentType: "text/plain; charset=utf-8" });
});
