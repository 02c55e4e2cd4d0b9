import { peekingBodySchema } from "@/lib/api/talks";
import { json } from "@/lib/http/answers";
import { readJsonBody } from "@/lib/http/body";
import { handleTalk, talkInfoFor } from "@/lib/http/talks";
import { setTalkPeeking } from "@/lib/workspace/talks/peeking";

export const POST = handleTalk(async ({ request, runtime, presenter, deckId, talkId }) => {
  const { peeking } = await readJsonBody(request, peekingBodySchema);
  const talk = await setTalkPeeking(runtime, deckId, talkId, { peeking });
  runtime.audience.changed([deckId]);
  return json(200, await talkInfoFor(runtime, talk, presenter));
});
