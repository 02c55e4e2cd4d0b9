import type { InboxCount } from "@/lib/api/inbox";
import { json } from "@/lib/http/answers";
import { handle } from "@/lib/http/handle";
import { countUnseen } from "@/lib/workspace/inbox/list";

export const GET = handle(async ({ runtime, session }) => {
  const count: InboxCount = { unseen: await countUnseen(runtime, session.userId) };
  return json(200, count);
});
