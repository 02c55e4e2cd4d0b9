import type { TalkPresenters } from "@/lib/api/talks";
import { json } from "@/lib/http/answers";
import { handleTalk } from "@/lib/http/talks";
import { listPresenters } from "@/lib/workspace/talks/presenters";
import { readTalk } from "@/lib/workspace/talks/talk-row";

export const GET = handleTalk(async ({ runtime, deckId, talkId }) => {
  await readTalk(runtime.pool, deckId, talkId);
  return json(200, { people: await listPresenters(runtime, deckId) } satisfies TalkPresenters);
});
