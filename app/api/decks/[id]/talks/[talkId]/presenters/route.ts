import type { TalkPresenters } from "@/lib/api/talks";
import { json } from "@/lib/http/answers";
import { handleTalk } from "@/lib/http/talks";
import { listPresenters } from "@/lib/workspace/talks/presenters";

export const GET = handleTalk(async ({ runtime, deckId }) => json(200, { people: await listPresenters(runtime, deckId) } satisfies TalkPresenters));
