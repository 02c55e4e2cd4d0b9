import { putFitsBodySchema } from "@/lib/api/fits";
import { noContent } from "@/lib/http/answers";
import { readJsonBody } from "@/lib/http/body";
import { handleDeck } from "@/lib/http/handle";
import { putFits } from "@/lib/workspace/fits/put";

export const PUT = handleDeck("edit", async ({ request, runtime, deckId }) => {
  await putFits(runtime, deckId, await readJsonBody(request, putFitsBodySchema));
  return noContent();
});
