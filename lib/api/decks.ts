import { z } from "zod";
import { deckIdSchema, teamIdSchema } from "@/lib/api/ids";
import { defaultPageSize, maxPageSize, maxTitleLength } from "@/lib/api/limits";
import { aspectRatios, colorSchemes } from "@/lib/deck";

/** What somebody is to a deck, in the order of `lib/workspace/policies.ts`. */
export const deckRoleSchema = z.enum(["view", "comment", "present", "edit", "owner"]);

/** A deck's own title: one line. */
export const deckTitleSchema = z
  .string()
  .trim()
  .min(1, "A title needs at least one character.")
  .max(maxTitleLength, `A title may have up to ${maxTitleLength} characters.`)
  .regex(/^\P{Cc}*$/u, "A title is one line of text.");

/** The first slide as HTML without speaker notes, to be shown in a `SlideView`. */
export const deckCoverSchema = z.object({
  html: z.string(),
  theme: z.string(),
  scheme: z.enum(colorSchemes),
  aspectRatio: z.enum(aspectRatios),
});
export type DeckCover = z.infer<typeof deckCoverSchema>;

/** A deck as lists and the editor's header show it. Never holds the source or the notes. */
export const deckSchema = z.object({
  id: deckIdSchema,
  /** What to show: the deck's own name, else the title in its text. */
  title: z.string(),
  /** The name somebody gave it; null where the title comes from the text. */
  name: z.string().nullable(),
  /** What you are to this deck. */
  role: deckRoleSchema,
  /** `slug` names a team's page; null for a person. */
  owner: z.object({ kind: z.enum(["person", "team"]), name: z.string(), isYou: z.boolean(), slug: z.string().nullable() }),
  cover: deckCoverSchema,
  slides: z.int(),
  words: z.int(),
  createdAt: z.iso.datetime(),
  lastEditedAt: z.iso.datetime(),
  /** Name of who edited last; null where nobody knows. */
  lastEditedBy: z.string().nullable(),
  /** When it went into the trash; null where it is not there. */
  trashedAt: z.iso.datetime().nullable(),
});
export type DeckInfo = z.infer<typeof deckSchema>;

export const deckFilters = ["all", "mine", "shared", "trash"] as const;
export type DeckFilter = (typeof deckFilters)[number];

/** `GET /api/decks?show=&search=&cursor=&limit=`: last edited first. `trash` holds the decks you own that are in it. */
export const listDecksQuerySchema = z.object({
  show: z.enum(deckFilters).default("all"),
  /** Part of a title. */
  search: z.string().trim().max(maxTitleLength).default(""),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(maxPageSize).default(defaultPageSize),
});
export type ListDecksQuery = z.input<typeof listDecksQuerySchema>;

export const deckListSchema = z.object({
  decks: z.array(deckSchema),
  /** Hand it back as `cursor` for the next page; null at the end. */
  nextCursor: z.string().nullable(),
});
export type DeckList = z.infer<typeof deckListSchema>;

/** `POST /api/decks` → 201 with the deck. `tour` opens it with the five-slide tour instead of `markdown`. */
export const createDeckBodySchema = z
  .strictObject({
    title: deckTitleSchema.optional(),
    /** The team that is to own it; else it is yours. */
    teamId: teamIdSchema.optional(),
    markdown: z.string().optional(),
    start: z.enum(["empty", "tour"]).optional(),
  })
  .refine((body) => !(body.markdown !== undefined && body.start === "tour"), {
    message: "Give either the text or the tour, not both.",
    path: ["start"],
  });
export type CreateDeckBody = z.input<typeof createDeckBodySchema>;

/** `PATCH /api/decks/:id`. A null title goes back to the one in the text; `trashed: false` takes it out of the trash. */
export const patchDeckBodySchema = z
  .strictObject({ title: deckTitleSchema.nullable().optional(), trashed: z.literal(false).optional() })
  .refine((body) => body.title !== undefined || body.trashed !== undefined, { message: "There is nothing to change in this request." });
export type PatchDeckBody = z.input<typeof patchDeckBodySchema>;
