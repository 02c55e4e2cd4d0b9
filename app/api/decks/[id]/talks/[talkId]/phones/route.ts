import type { PhoneCode } from "@/lib/api/talks";
import { json } from "@/lib/http/answers";
import { originOf } from "@/lib/http/origin";
import { handleTalk } from "@/lib/http/talks";
import { qrSvg } from "@/lib/stage/qr-svg";
import { invitePhone } from "@/lib/workspace/talks/phones";
import { readTalk } from "@/lib/workspace/talks/talk-row";

export const POST = handleTalk(async ({ request, runtime, presenter, deckId, talkId }) => {
  await readTalk(runtime.pool, deckId, talkId);
  const { code, expiresAt } = await invitePhone(runtime, { talkId, userId: presenter.userId });
  const url = `${originOf(request, runtime.env)}/remote/${code}`;
  return json(201, { url, svg: qrSvg(url), expiresAt: expiresAt.toISOString() } satisfies PhoneCode);
});
