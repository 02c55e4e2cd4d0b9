import { importAgainBodySchema } from "@/lib/api/import";
import { json } from "@/lib/http/answers";
import { readJsonBody } from "@/lib/http/body";
import { etagOf } from "@/lib/http/etag";
import { handleDeck } from "@/lib/http/handle";
import { getImport } from "@/lib/workspace/imports/get";
import { importAgain } from "@/lib/workspace/imports/import-again";

export const GET = handleDeck("exportMarkdown", async ({ runtime, deckId }) => json(200, await getImport(runtime, deckId)));

export const POST = handleDeck(
  "edit",
  async ({ request, runtime, session, deckId }) => {
    const { dialect, replaceEdits } = await readJsonBody(request, importAgainBodySchema);
    const { info, text } = await importAgain(runtime, deckId, { userId: session.userId, dialect, replaceEdits });
    return json(200, info, { headers: { etag: etagOf(text) } });
  },
  { rateLimit: "importDeck" },
);
