import { driveTalkBodySchema } from "@/lib/api/talks";
import { json } from "@/lib/http/answers";
import { readJsonBody } from "@/lib/http/body";
import { handleTalk, talkInfoFor } from "@/lib/http/talks";
import { takeOverTalk } from "@/lib/workspace/talks/take-over";

export const POST = handleTalk(async ({ request, runtime, session, deckId, talkId }) => {
  const { userId: to } = await readJsonBody(request, driveTalkBodySchema);
  const talk = await takeOverTalk(runtime, deckId, talkId, { userId: session.userId, to });
  runtime.audience.changed(deckId);
  return json(200, await talkInfoFor(runtime, talk, session.userId));
});
