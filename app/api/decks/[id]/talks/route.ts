import { startTalkBodySchema, type TalkList } from "@/lib/api/talks";
import { json } from "@/lib/http/answers";
import { readJsonBody } from "@/lib/http/body";
import { handleDeck } from "@/lib/http/handle";
import { talkInfoFor } from "@/lib/http/talks";
import { startTalk } from "@/lib/workspace/talks/start";
import { listTalkRows } from "@/lib/workspace/talks/talk-row";

const listed = 50;

export const GET = handleDeck("drive", async ({ runtime, session, deckId }) => {
  const talks = await listTalkRows(runtime.pool, deckId, { limit: listed });
  return json(200, { talks: await Promise.all(talks.map((talk) => talkInfoFor(runtime, talk, session.userId))) } satisfies TalkList);
});

export const POST = handleDeck("drive", async ({ request, runtime, session, deckId }) => {
  const { peeking, anchor, step } = await readJsonBody(request, startTalkBodySchema);
  const { talk, isNew } = await startTalk(runtime, deckId, { userId: session.userId, peeking, anchor, step });
  runtime.audience.changed(deckId);
  return json(isNew ? 201 : 200, await talkInfoFor(runtime, talk, session.userId));
});
