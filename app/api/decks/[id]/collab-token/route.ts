import type { CollabTokenAnswer } from "@/lib/api/collab-token";
import { json } from "@/lib/http/answers";
import { handleDeck } from "@/lib/http/handle";
import { issueCollabToken } from "@/lib/http/collab-auth";

/** The socket carries the whole text, speaker notes too: whoever may only see slides has no token for it. */
export const GET = handleDeck("exportMarkdown", async (input) => json(200, (await issueCollabToken(input)) satisfies CollabTokenAnswer));
