import { driveTalkBodySchema } from "@/lib/api/talks";
import { AppError } from "@/lib/errors";
import { json } from "@/lib/http/answers";
import { readJsonBody } from "@/lib/http/body";
import { handleRemote, talkInfoFor } from "@/lib/http/talks";
import { takeOverTalk } from "@/lib/workspace/talks/take-over";

export const POST = handleRemote(async ({ request, runtime, presenter, deckId, talkId }) => {
  const { userId: to } = await readJsonBody(request, driveTalkBodySchema);
  if (presenter.phone && to !== undefined) throw new AppError("forbidden", "Hand the talk over at your desk: this phone only moves the slides.");
  const talk = await takeOverTalk(runtime, deckId, talkId, { userId: presenter.userId, to });
  // Whoever drove before moves the pointer no more.
  runtime.audience.point(deckId, null);
  runtime.audience.changed([deckId]);
  return json(200, await talkInfoFor(runtime, talk, presenter));
});
