import { noContent } from "@/lib/http/answers";
import { handle } from "@/lib/http/handle";
import { markSeen } from "@/lib/workspace/inbox/mark";

export const POST = handle(async ({ runtime, session }) => {
  await markSeen(runtime, session.userId);
  return noContent();
});
