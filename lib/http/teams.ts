import { z } from "zod";
import { teamIdSchema, userIdSchema, type TeamId, type UserId } from "@/lib/api/ids";
import { AppError } from "@/lib/errors";
import { handle, readParams, type RouteHandler, type RouteOptions, type SignedInInput } from "@/lib/http/handle";
import { teamOf } from "@/lib/http/token-limits";
import type { TeamAction, TeamRole } from "@/lib/workspace/policies";
import { requireTeamRole, teamNotFound } from "@/lib/workspace/teams/role";

export interface TeamInput extends SignedInInput {
  readonly teamId: TeamId;
  readonly role: TeamRole;
}

const teamParamsSchema = z.object({ id: teamIdSchema });
const personParamsSchema = z.object({ userId: userIdSchema });

/** For addresses under `/api/teams/:id`: the person's role in it must allow `action`, else 404 (not in it) or 403. */
export function handleTeam(action: TeamAction, work: (input: TeamInput) => Promise<Response>, options: RouteOptions = {}): RouteHandler {
  return handle(async (input) => {
    const { id: teamId } = readParams(input.params, teamParamsSchema, teamNotFound());
    if ((teamOf(input.session) ?? teamId) !== teamId) throw teamNotFound();
    const role = await requireTeamRole(input.runtime, teamId, { userId: input.session.userId, action });
    return work({ ...input, teamId, role });
  }, options);
}

/** The person that an address names. */
export function readPerson(params: unknown): UserId {
  return readParams(params, personParamsSchema, new AppError("not-found", "There is nobody like that here.")).userId;
}
