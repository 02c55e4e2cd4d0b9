import { listInboxQuerySchema } from "@/lib/api/inbox";
import { json } from "@/lib/http/answers";
import { readQuery } from "@/lib/http/body";
import { handle } from "@/lib/http/handle";
import { listInbox } from "@/lib/workspace/inbox/list";

export const GET = handle(async ({ request, runtime, session }) =>
  json(200, await listInbox(runtime, session.userId, readQuery(request, listInboxQuerySchema))),
);
