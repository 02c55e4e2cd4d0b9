import type { TalkRecord } from "@/lib/api/talks";
import { json } from "@/lib/http/answers";
import { handleTalk, talkInfoFor } from "@/lib/http/talks";
import { readTalkRecord } from "@/lib/workspace/talks/record";
import { readTalk } from "@/lib/workspace/talks/talk-row";

export const GET = handleTalk(async ({ runtime, presenter, deckId, talkId }) => {
  const talk = await readTalk(runtime.pool, deckId, talkId);
  const [info, record] = await Promise.all([talkInfoFor(runtime, talk, presenter), readTalkRecord(runtime, talk)]);
  return json(200, { ...info, ...record } satisfies TalkRecord);
});
