import { slideListSchema } from "@/lib/api/slides";
import { json } from "@/lib/http/answers";
import { handleDeck } from "@/lib/http/handle";
import { listSlides } from "@/lib/workspace/slides/list";

export const GET = handleDeck("exportMarkdown", async ({ runtime, deckId }) =>
  json(200, slideListSchema.parse({ slides: await listSlides(runtime, deckId) })),
);
