import type { CollabTokenAnswer } from "@/lib/api/collab-token";
import { json } from "@/lib/http/answers";
import { handleDeck } from "@/lib/http/handle";
import { issueCollabToken } from "@/lib/http/collab-auth";

export const GET = handleDeck("read", async (input) => json(200, (await issueCollabToken(input)) satisfies CollabTokenAnswer));
