import { json } from "@/lib/http/answers";
import { handleTalk, talkInfoFor } from "@/lib/http/talks";
import { updateTalkSlides } from "@/lib/workspace/talks/update-slides";

export const POST = handleTalk(async ({ runtime, presenter, deckId, talkId }) => {
  const talk = await updateTalkSlides(runtime, deckId, talkId, { userId: presenter.userId });
  runtime.audience.changed([deckId]);
  return json(200, await talkInfoFor(runtime, talk, presenter));
});
