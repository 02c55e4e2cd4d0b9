import { z } from "zod";
import { deckIdSchema, linkIdSchema, versionIdSchema } from "@/lib/api/ids";
import { maxLabelLength } from "@/lib/api/limits";
import { deckRights } from "@/lib/workspace/policies";

export const linkKinds = ["public", "join"] as const;
export type LinkKind = (typeof linkKinds)[number];

/** What a link shows: `"latest"`, or the id of the version it is frozen at. */
const linkTargetSchema = z.union([z.literal("latest"), versionIdSchema]);

/** What a link shall show: as above, or `"current"`, which keeps the text of this moment as a version and freezes the link there. */
const wantedTargetSchema = z.union([z.enum(["latest", "current"]), versionIdSchema], {
  error: "A link shows the latest, the current text or a version of this deck.",
});
export type WantedTarget = z.infer<typeof wantedTargetSchema>;

const linkFields = {
  id: linkIdSchema,
  /** The whole address to hand on. */
  url: z.string(),
  right: z.enum(deckRights),
  label: z.string().nullable(),
  target: linkTargetSchema,
  /** The version it is frozen at, and whether the deck has another text by now; null where it shows the latest. */
  version: z.object({ id: versionIdSchema, name: z.string().nullable(), createdAt: z.iso.datetime(), isOutdated: z.boolean() }).nullable(),
  hasPassword: z.boolean(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime().nullable(),
  /** Its end has come: it opens nothing any more. */
  isExpired: z.boolean(),
  lastUsedAt: z.iso.datetime().nullable(),
};

/** A link of a deck: `public` shows the slides at `/p/<slug>`, `join` gives its right at `/join/<token>`. */
export const linkSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("public"), slug: z.string(), ...linkFields }),
  z.object({ kind: z.literal("join"), token: z.string(), ...linkFields }),
]);
export type DeckLink = z.infer<typeof linkSchema>;

/** `GET /api/decks/:id/links`: newest first; withdrawn ones are not listed. */
export const linkListSchema = z.object({ links: z.array(linkSchema) });
export type LinkList = z.infer<typeof linkListSchema>;

const labelSchema = z.string().trim().max(maxLabelLength, `A label may have up to ${maxLabelLength} characters.`);
const expiresAtSchema = z.iso.datetime({ offset: true, error: "The end of a link is a date with a time." });
const passwordSchema = z
  .string()
  .min(4, "A link's password needs at least 4 characters.")
  .max(128, "A link's password may have up to 128 characters.");

/** `POST /api/decks/:id/links` → 201 with the link. A public link's right is always `view`. */
export const createLinkBodySchema = z
  .strictObject({
    kind: z.enum(linkKinds),
    /** `edit` where a join link says nothing. */
    right: z.enum(deckRights).optional(),
    target: wantedTargetSchema.optional(),
    label: labelSchema.optional(),
    expiresAt: expiresAtSchema.optional(),
    password: passwordSchema.optional(),
  })
  .refine((body) => body.kind !== "public" || body.right === undefined || body.right === "view", {
    message: "A public link lets people view; choose a join link to let them do more.",
    path: ["right"],
  });
export type CreateLinkBody = z.input<typeof createLinkBodySchema>;

/** `PATCH /api/decks/:id/links/:linkId` → the link; its address stays. Null takes a label, an end or a password away. */
export const updateLinkBodySchema = z.strictObject({
  label: labelSchema.nullable().optional(),
  expiresAt: expiresAtSchema.nullable().optional(),
  password: passwordSchema.nullable().optional(),
  /** For public links. */
  target: wantedTargetSchema.optional(),
});
export type UpdateLinkBody = z.input<typeof updateLinkBodySchema>;

/** `GET /api/join/:token`: what agreeing would do, before anybody agrees. */
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
