import { json } from "@/lib/http/answers";
import { handleTalk, talkInfoFor } from "@/lib/http/talks";
import { endTalk } from "@/lib/workspace/talks/end";

export const POST = handleTalk(async ({ runtime, presenter, deckId, talkId }) => {
  const talk = await endTalk(runtime, deckId, talkId);
  runtime.audience.changed([deckId]);
  return json(200, await talkInfoFor(runtime, talk, presenter));
});
