import { z } from "zod";
import { deckIdSchema, linkIdSchema, versionIdSchema } from "@/lib/api/ids";
import { maxLabelLength } from "@/lib/api/limits";
import { deckRights } from "@/lib/workspace/policies";

export const linkKinds = ["public", "join"] as const;
export type LinkKind = (typeof linkKinds)[number];

/** `"latest"`, or the id of the version it is frozen at. */
export const linkTargetSchema = z.union([z.literal("latest"), versionIdSchema]);

const linkFields = {
  id: linkIdSchema,
  /** The whole address to hand on. */
  url: z.string(),
  right: z.enum(deckRights),
  label: z.string().nullable(),
  target: linkTargetSchema,
  hasPassword: z.boolean(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime().nullable(),
  lastUsedAt: z.iso.datetime().nullable(),
};

/** A link of a deck: `public` shows the slides at `/p/<slug>`, `join` gives its right at `/join/<token>`. */
export const linkSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("public"), slug: z.string(), ...linkFields }),
  z.object({ kind: z.literal("join"), token: z.string(), ...linkFields }),
]);
export type DeckLink = z.infer<typeof linkSchema>;

/** `GET /api/decks/:id/links`: links in force, newest first; withdrawn ones are not listed. */
export const linkListSchema = z.object({ links: z.array(linkSchema) });
export type LinkList = z.infer<typeof linkListSchema>;

/** `POST /api/decks/:id/links` → 201 with the link. A public link's right is always `view`. */
export const createLinkBodySchema = z
  .strictObject({
    kind: z.enum(linkKinds),
    /** `edit` where a join link says nothing. */
    right: z.enum(deckRights).optional(),
    target: linkTargetSchema.optional(),
    label: z.string().trim().max(maxLabelLength).optional(),
    expiresAt: z.iso.datetime({ offset: true }).optional(),
    password: z.string().min(1).max(128).optional(),
  })
  .refine((body) => body.kind !== "public" || body.right === undefined || body.right === "view", {
    message: "A public link lets people view; choose a join link to let them do more.",
    path: ["right"],
  });
export type CreateLinkBody = z.input<typeof createLinkBodySchema>;

/** `GET /api/join/:token`: what the link offers, before anybody agrees. */
export const joinOfferSchema = z.object({
  title: z.string(),
  right: z.enum(deckRights),
  needsPassword: z.boolean(),
});
export type JoinOffer = z.infer<typeof joinOfferSchema>;

/** `POST /api/join/:token`: the signed-in person or guest gets the link's right. */
export const joinBodySchema = z.strictObject({ password: z.string().max(128).optional() });

export const joinedSchema = z.object({ deckId: deckIdSchema, right: z.enum(deckRights) });
export type Joined = z.infer<typeof joinedSchema>;
