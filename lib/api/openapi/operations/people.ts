import { meSchema, patchMeBodySchema } from "@/lib/api/account";
import { accountSchema, deleteMeBodySchema, sessionListSchema } from "@/lib/api/account-page";
import { inviteToTeamBodySchema, sentInvitationSchema } from "@/lib/api/invitations";
import { answer, done, json, type OperationGroup } from "@/lib/api/openapi/operation";
import { setTeamOwnerBodySchema, setTeamRoleBodySchema, teamBodySchema, teamListSchema, teamPageSchema, teamSchema } from "@/lib/api/teams";
import { apiTokenListSchema, createdTokenSchema, createTokenBodySchema } from "@/lib/api/tokens";

export const people: OperationGroup = {
  name: "You and your teams",
  about: "Signing in and out is done by browsers, with cookies, at `/api/auth`. Programs show a token.",
  operations: {
    "GET /api/me": { summary: "See who you are", scope: "open", answers: [answer(200, "You.", meSchema), answer(204, "Nobody.")] },
    "PATCH /api/me": { summary: "Change your name", scope: "none", body: json(patchMeBodySchema), answers: [answer(200, "You.", meSchema)] },
    "DELETE /api/me": { summary: "Delete your account", scope: "none", body: json(deleteMeBodySchema), answers: [done] },
    "GET /api/me/account": { summary: "See what your account holds", scope: "read", answers: [answer(200, "The account.", accountSchema)] },
    "GET /api/me/sessions": { summary: "List where you are signed in", scope: "read", answers: [answer(200, "The sessions.", sessionListSchema)] },
    "DELETE /api/me/sessions": { summary: "Sign out everywhere", scope: "none", answers: [done] },
    "DELETE /api/me/sessions/[sessionId]": { summary: "Sign out in one place", scope: "none", answers: [done] },
    "GET /api/tokens": { summary: "List your tokens", scope: "read", answers: [answer(200, "The tokens, without themselves.", apiTokenListSchema)] },
    "POST /api/tokens": {
      summary: "Make a token",
      scope: "none",
      body: json(createTokenBodySchema),
      answers: [answer(201, "The token, this once.", createdTokenSchema)],
    },
    "DELETE /api/tokens/[tokenId]": { summary: "Revoke a token", scope: "none", answers: [done] },
    "GET /api/teams": { summary: "List your teams", scope: "read", answers: [answer(200, "The teams.", teamListSchema)] },
    "POST /api/teams": { summary: "Make a team", scope: "none", body: json(teamBodySchema), answers: [answer(201, "The team.", teamSchema)] },
    "GET /api/teams/[id]": { summary: "See a team with its people", scope: "read", answers: [answer(200, "The team.", teamPageSchema)] },
    "PATCH /api/teams/[id]": {
      summary: "Rename a team",
      scope: "none",
      body: json(teamBodySchema),
      answers: [answer(200, "The team.", teamPageSchema)],
    },
    "DELETE /api/teams/[id]": { summary: "Delete a team", scope: "none", answers: [done] },
    "PATCH /api/teams/[id]/members/[userId]": {
      summary: "Change somebody's role",
      scope: "none",
      body: json(setTeamRoleBodySchema),
      answers: [done],
    },
    "DELETE /api/teams/[id]/members/[userId]": { summary: "Remove somebody, or leave", scope: "none", answers: [done] },
    "PUT /api/teams/[id]/owner": { summary: "Hand a team over", scope: "none", body: json(setTeamOwnerBodySchema), answers: [done] },
    "POST /api/teams/[id]/invitations": {
      summary: "Invite somebody into a team",
      scope: "none",
      body: json(inviteToTeamBodySchema),
      answers: [answer(201, "The invitation.", sentInvitationSchema)],
    },
    "POST /api/teams/[id]/invitations/[invitationId]": {
      summary: "Send an invitation again",
      scope: "none",
      answers: [answer(200, "The invitation.", sentInvitationSchema)],
    },
    "DELETE /api/teams/[id]/invitations/[invitationId]": { summary: "Withdraw an invitation", scope: "none", answers: [done] },
  },
};
