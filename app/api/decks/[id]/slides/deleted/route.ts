import { json } from "@/lib/http/answers";
import { handleDeck } from "@/lib/http/handle";
import { listDeletedSlides } from "@/lib/workspace/slides/deleted";

export const GET = handleDeck("readHistory", async ({ runtime, deckId }) => json(200, await listDeletedSlides(runtime, deckId)));
