import { json } from "@/lib/http/answers";
import { handleDeck } from "@/lib/http/handle";
import { listReviews } from "@/lib/workspace/reviews/list";

export const GET = handleDeck("comment", async ({ runtime, session, deckId }) => json(200, await listReviews(runtime, deckId, session)));
