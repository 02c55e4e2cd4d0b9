import { json } from "@/lib/http/answers";
import { handle } from "@/lib/http/handle";
import { getAccount } from "@/lib/workspace/people/account";

export const GET = handle(async ({ runtime, session }) => json(200, await getAccount(runtime, session.userId)));
