import { importCommentsBodySchema } from "@/lib/api/comments";
import { json } from "@/lib/http/answers";
import { readJsonBody } from "@/lib/http/body";
import { handleDeck } from "@/lib/http/handle";
import { importComments } from "@/lib/workspace/comments/import";

export const POST = handleDeck(
  "edit",
  async ({ request, runtime, session, deckId }) => {
    const { threads } = await readJsonBody(request, importCommentsBodySchema);
    return json(201, { threads: await importComments(runtime, deckId, { threads, userId: session.userId }) });
  },
  { rateLimit: "importDeck" },
);
