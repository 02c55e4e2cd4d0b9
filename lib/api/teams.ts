import { z } from "zod";
import { teamIdSchema, userIdSchema } from "@/lib/api/ids";
import { invitationSchema } from "@/lib/api/invitations";
import { maxNameLength } from "@/lib/api/limits";
import { teamRoles } from "@/lib/workspace/policies";

/** What a team is called: one line. */
export const teamNameSchema = z
  .string()
  .trim()
  .min(1, "A team needs a name.")
  .max(maxNameLength, `A team's name may have up to ${maxNameLength} characters.`)
  .regex(/^[^\p{Cc}\p{Cf}]*$/u, "A team's name is one line of text.");

export const teamSchema = z.object({
  id: teamIdSchema,
  name: z.string(),
  /** Names its page: `/teams/<slug>`. */
  slug: z.string(),
  /** What you are in it. */
  role: z.enum(teamRoles),
  members: z.int(),
  /** Decks that it owns, without those in the trash. */
  decks: z.int(),
  createdAt: z.iso.datetime(),
});
export type TeamInfo = z.infer<typeof teamSchema>;

/** `GET /api/teams`: those that you are in. */
export const teamListSchema = z.object({ teams: z.array(teamSchema) });
export type TeamList = z.infer<typeof teamListSchema>;

/** `GET /api/teams/:id`: with its people; invitations for whoever may invite. */
export const teamPageSchema = teamSchema.extend({
  people: z.array(z.object({ userId: userIdSchema, name: z.string(), email: z.string().nullable(), role: z.enum(teamRoles), isYou: z.boolean() })),
  invitations: z.array(invitationSchema),
});
export type TeamPage = z.infer<typeof teamPageSchema>;
export type TeamPerson = TeamPage["people"][number];

/** `POST /api/teams` and `PATCH /api/teams/:id`. */
export const teamBodySchema = z.strictObject({ name: teamNameSchema });
export type TeamBody = z.input<typeof teamBodySchema>;

/** `PATCH /api/teams/:id/members/:userId`. */
export const setTeamRoleBodySchema = z.strictObject({ role: z.enum(["admin", "member", "guest"]) });
export type SetTeamRoleBody = z.input<typeof setTeamRoleBodySchema>;

/** `PUT /api/teams/:id/owner`: who owned it is an admin then. */
export const setTeamOwnerBodySchema = z.strictObject({ userId: userIdSchema });
