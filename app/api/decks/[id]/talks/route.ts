import { startTalkBodySchema, type TalkList } from "@/lib/api/talks";
import { json } from "@/lib/http/answers";
import { readJsonBody } from "@/lib/http/body";
import { handleDeck } from "@/lib/http/handle";
import { handlePresenter, talkInfoFor } from "@/lib/http/talks";
import { startTalk } from "@/lib/workspace/talks/start";
import { listTalkRows } from "@/lib/workspace/talks/talk-row";

const listed = 50;

export const GET = handlePresenter(async ({ runtime, presenter, deckId }) => {
  const talks = await listTalkRows(runtime.pool, deckId, { limit: listed });
  const seen = talks.filter(({ id }) => presenter.phone === undefined || presenter.phone.talkId === id);
  return json(200, { talks: await Promise.all(seen.map((talk) => talkInfoFor(runtime, talk, presenter))) } satisfies TalkList);
});

export const POST = handleDeck("drive", async ({ request, runtime, session, deckId }) => {
  const { peeking, anchor, step } = await readJsonBody(request, startTalkBodySchema);
  const { talk, isNew } = await startTalk(runtime, deckId, { userId: session.userId, peeking, anchor, step });
  runtime.audience.changed([deckId]);
  return json(isNew ? 201 : 200, await talkInfoFor(runtime, talk, { userId: session.userId, phone: undefined }));
});
