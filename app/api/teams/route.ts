import { teamBodySchema, type TeamList } from "@/lib/api/teams";
import { json } from "@/lib/http/answers";
import { readJsonBody } from "@/lib/http/body";
import { handle } from "@/lib/http/handle";
import { originOf } from "@/lib/http/origin";
import { createTeam } from "@/lib/workspace/teams/create";
import { getTeam, listTeams } from "@/lib/workspace/teams/get";

export const GET = handle(async ({ runtime, session }) => json(200, { teams: [...(await listTeams(runtime, session.userId))] } satisfies TeamList));

export const POST = handle(
  async ({ request, runtime, session }) => {
    const { name } = await readJsonBody(request, teamBodySchema);
    const teamId = await createTeam(runtime, { name, session });
    const team = await getTeam(runtime, teamId, { userId: session.userId, origin: originOf(request, runtime.env) });
    return json(201, team, { headers: { location: `/teams/${team.slug}` } });
  },
  { rateLimit: "createTeam" },
);
