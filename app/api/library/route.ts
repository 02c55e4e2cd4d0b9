import { json } from "@/lib/http/answers";
import { handle } from "@/lib/http/handle";
import { teamOf } from "@/lib/http/token-limits";
import { readLibrary } from "@/lib/workspace/folders/library";

export const GET = handle(async ({ runtime, session }) => json(200, await readLibrary(runtime, session.userId, { within: teamOf(session) })), {
  takesTeams: true,
});
