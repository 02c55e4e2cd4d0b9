import { clockBodySchema } from "@/lib/api/talks";
import { json } from "@/lib/http/answers";
import { readJsonBody } from "@/lib/http/body";
import { handleRemote, talkInfoFor } from "@/lib/http/talks";
import { setTalkClock } from "@/lib/workspace/talks/clock";

export const POST = handleRemote(async ({ request, runtime, presenter, deckId, talkId }) => {
  const { act } = await readJsonBody(request, clockBodySchema);
  const talk = await setTalkClock(runtime, deckId, talkId, { act });
  runtime.audience.changed([deckId]);
  return json(200, await talkInfoFor(runtime, talk, presenter));
});
