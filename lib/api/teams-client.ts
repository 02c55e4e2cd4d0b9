import { acceptedSchema, sentInvitationSchema, type Accepted, type InviteToTeamBody, type SentInvitation } from "@/lib/api/invitations";
import { teamListSchema, teamPageSchema, type SetTeamRoleBody, type TeamBody, type TeamList, type TeamPage } from "@/lib/api/teams";
import { callJson, callNothing, type CallOptions } from "@/lib/api/transport";

/** Teams, and invitations as whoever has got one sees them. */

export function listTeams(options: CallOptions = {}): Promise<TeamList> {
  return callJson(teamListSchema, "GET", "/api/teams", options);
}

export function createTeam(body: TeamBody): Promise<TeamPage> {
  return callJson(teamPageSchema, "POST", "/api/teams", { json: body });
}

export function getTeam(teamId: string, options: CallOptions = {}): Promise<TeamPage> {
  return callJson(teamPageSchema, "GET", `/api/teams/${teamId}`, options);
}

export function renameTeam(teamId: string, body: TeamBody): Promise<TeamPage> {
  return callJson(teamPageSchema, "PATCH", `/api/teams/${teamId}`, { json: body });
}

/** Deletes the team; its decks become those of its owner. */
export function deleteTeam(teamId: string): Promise<void> {
  return callNothing("DELETE", `/api/teams/${teamId}`);
}

export function setTeamRole(teamId: string, userId: string, body: SetTeamRoleBody): Promise<void> {
  return callNothing("PATCH", `/api/teams/${teamId}/members/${userId}`, { json: body });
}

/** Takes somebody out of the team; with one's own id: leaves it. */
export function removeMember(teamId: string, userId: string): Promise<void> {
  return callNothing("DELETE", `/api/teams/${teamId}/members/${userId}`);
}

export function setTeamOwner(teamId: string, userId: string): Promise<void> {
  return callNothing("PUT", `/api/teams/${teamId}/owner`, { json: { userId } });
}

/** Invites somebody by mail, or makes a link to hand on where there is no address. */
export function inviteToTeam(teamId: string, body: InviteToTeamBody): Promise<SentInvitation> {
  return callJson(sentInvitationSchema, "POST", `/api/teams/${teamId}/invitations`, { json: body });
}

export function resendTeamInvitation(teamId: string, invitationId: string): Promise<SentInvitation> {
  return callJson(sentInvitationSchema, "POST", `/api/teams/${teamId}/invitations/${invitationId}`);
}

export function withdrawTeamInvitation(teamId: string, invitationId: string): Promise<void> {
  return callNothing("DELETE", `/api/teams/${teamId}/invitations/${invitationId}`);
}

export function acceptInvitation(token: string): Promise<Accepted> {
  return callJson(acceptedSchema, "POST", `/api/invitations/${encodeURIComponent(token)}`);
}
