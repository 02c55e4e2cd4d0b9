import { pointerBodySchema } from "@/lib/api/talks";
import { noContent } from "@/lib/http/answers";
import { readJsonBody } from "@/lib/http/body";
import { handleTalk } from "@/lib/http/talks";
import { requireDriver } from "@/lib/workspace/talks/move";
import { readTalk, requireRunning } from "@/lib/workspace/talks/talk-row";

export const POST = handleTalk(async ({ request, runtime, session, deckId, talkId }) => {
  const body = await readJsonBody(request, pointerBodySchema);
  requireDriver(requireRunning(await readTalk(runtime.pool, deckId, talkId)), session.userId);
  runtime.audience.point(deckId, "off" in body ? null : body);
  return noContent();
});
