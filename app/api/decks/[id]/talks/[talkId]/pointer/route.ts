import { pointerBodySchema } from "@/lib/api/talks";
import { noContent } from "@/lib/http/answers";
import { readJsonBody } from "@/lib/http/body";
import { handleRemote } from "@/lib/http/talks";
import { requireDriver } from "@/lib/workspace/talks/move";
import { readTalk, requireRunning } from "@/lib/workspace/talks/talk-row";

export const POST = handleRemote(async ({ request, runtime, presenter, deckId, talkId }) => {
  const body = await readJsonBody(request, pointerBodySchema);
  requireDriver(requireRunning(await readTalk(runtime.pool, deckId, talkId)), presenter.userId);
  runtime.audience.point(deckId, "off" in body ? null : body);
  return noContent();
});
