import { z } from "zod";
import { linkIdSchema, teamIdSchema, userIdSchema } from "@/lib/api/ids";
import { deckTitleSchema } from "@/lib/api/decks";
import { invitationSchema } from "@/lib/api/invitations";
import { deckRights } from "@/lib/workspace/policies";

const rightSchema = z.enum(deckRights);

/** `GET /api/decks/:id/people`: who has access, and how they came by it. */
export const deckPeopleSchema = z.object({
  owner: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("person"), userId: userIdSchema, name: z.string(), isGuest: z.boolean(), isYou: z.boolean() }),
    z.object({ kind: z.literal("team"), teamId: teamIdSchema, name: z.string(), slug: z.string(), members: z.int() }),
  ]),
  /** With a right of their own or by links; the highest counts. */
  people: z.array(
    z.object({
      userId: userIdSchema,
      name: z.string(),
      isGuest: z.boolean(),
      isYou: z.boolean(),
      right: rightSchema,
      /** The links that this person joined by. */
      links: z.array(z.object({ linkId: linkIdSchema, label: z.string().nullable(), right: rightSchema })),
    }),
  ),
  /** Teams that it is shared with. */
  teams: z.array(z.object({ teamId: teamIdSchema, name: z.string(), right: rightSchema, members: z.int() })),
  invitations: z.array(invitationSchema),
});
export type DeckPeople = z.infer<typeof deckPeopleSchema>;

/** `PATCH /api/decks/:id/people/:userId` and `PUT /api/decks/:id/teams/:teamId`. */
export const setRightBodySchema = z.strictObject({ right: rightSchema });
export type SetRightBody = z.input<typeof setRightBodySchema>;

/** `PUT /api/decks/:id/owner`: a person or a team. */
export const setOwnerBodySchema = z.union([z.strictObject({ userId: userIdSchema }), z.strictObject({ teamId: teamIdSchema })], {
  error: "Say who is to own it: a userId or a teamId.",
});
export type SetOwnerBody = z.input<typeof setOwnerBodySchema>;

/** `POST /api/decks/:id/copy` → 201 with the copy: yours, or a team's. */
export const copyDeckBodySchema = z.strictObject({ title: deckTitleSchema.optional(), teamId: teamIdSchema.optional() });
export type CopyDeckBody = z.input<typeof copyDeckBodySchema>;
