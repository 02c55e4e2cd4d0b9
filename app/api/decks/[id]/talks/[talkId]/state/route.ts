import { moveTalkBodySchema } from "@/lib/api/talks";
import { json } from "@/lib/http/answers";
import { readJsonBody } from "@/lib/http/body";
import { handleTalk } from "@/lib/http/talks";
import { moveTalk } from "@/lib/workspace/talks/move";

export const POST = handleTalk(async ({ request, runtime, session, deckId, talkId }) => {
  const { anchor, step, blank } = await readJsonBody(request, moveTalkBodySchema);
  const moved = await moveTalk(runtime, deckId, talkId, { userId: session.userId, anchor, step, blank });
  runtime.audience.changed(deckId);
  return json(200, moved);
});
