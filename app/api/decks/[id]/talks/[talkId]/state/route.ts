import { moveTalkBodySchema } from "@/lib/api/talks";
import { json } from "@/lib/http/answers";
import { readJsonBody } from "@/lib/http/body";
import { handleRemote } from "@/lib/http/talks";
import { moveTalk } from "@/lib/workspace/talks/move";

export const POST = handleRemote(async ({ request, runtime, presenter, deckId, talkId }) => {
  const place = await readJsonBody(request, moveTalkBodySchema);
  const moved = await moveTalk(runtime, deckId, talkId, { userId: presenter.userId, ...place });
  runtime.audience.changed([deckId]);
  return json(200, moved);
});
