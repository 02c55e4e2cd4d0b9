import { z } from "zod";
import { deckIdSchema, invitationIdSchema } from "@/lib/api/ids";
import { deckRights, teamRoles } from "@/lib/workspace/policies";

/** So long an invitation can be accepted. */
export const invitationDays = 7;

/** An address of e-mail, as invitations and accounts are compared by. */
export const emailSchema = z
  .email("This does not look like an e-mail address.")
  .max(254, "An e-mail address has up to 254 characters.")
  .toLowerCase();

/** An invitation that nobody has accepted yet. Whoever opens `url` can. */
export const invitationSchema = z.object({
  id: invitationIdSchema,
  /** Null for a link that a team hands on. */
  email: z.string().nullable(),
  /** The right on the deck, or the role in the team. */
  word: z.enum([...deckRights, ...teamRoles]),
  url: z.string(),
  invitedBy: z.string().nullable(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  isExpired: z.boolean(),
});
export type Invitation = z.infer<typeof invitationSchema>;

/** 201: an invitation, and whether a letter is on its way; else its address is to be handed on by hand. */
export const sentInvitationSchema = invitationSchema.extend({ isMailed: z.boolean() });
export type SentInvitation = z.infer<typeof sentInvitationSchema>;

/** `POST /api/decks/:id/invitations`. */
export const inviteToDeckBodySchema = z.strictObject({ email: emailSchema, right: z.enum(deckRights) });
export type InviteToDeckBody = z.input<typeof inviteToDeckBodySchema>;

/** `POST /api/teams/:id/invitations`: without an address it is a link for as many as come. */
export const inviteToTeamBodySchema = z.strictObject({ email: emailSchema.optional(), role: z.enum(["admin", "member", "guest"]) });
export type InviteToTeamBody = z.input<typeof inviteToTeamBodySchema>;

/** `GET /api/invitations/:token`: what accepting would do. */
export const invitationOfferSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("deck"), title: z.string(), right: z.enum(deckRights), invitedBy: z.string().nullable() }),
  z.object({ kind: z.literal("team"), name: z.string(), role: z.enum(teamRoles), invitedBy: z.string().nullable() }),
]);
export type InvitationOffer = z.infer<typeof invitationOfferSchema>;

/** `POST /api/invitations/:token`: where it leads to. */
export const acceptedSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("deck"), deckId: deckIdSchema }),
  z.object({ kind: z.literal("team"), slug: z.string() }),
]);
export type Accepted = z.infer<typeof acceptedSchema>;
