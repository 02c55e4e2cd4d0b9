import { z } from "zod";
import { deckIdSchema, folderIdSchema, teamIdSchema } from "@/lib/api/ids";
import { defaultPageSize, maxNameLength, maxPageSize, maxTagsPerDeck, maxTitleLength } from "@/lib/api/limits";
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

/** A tag of a deck: a few words in one line, and no comma, which parts one from the next where they are written. */
export const tagSchema = z
  .string()
  .trim()
  .min(1, "A tag needs at least one character.")
  .max(maxNameLength, `A tag may have up to ${maxNameLength} characters.`)
  .regex(/^[^\p{Cc},]*$/u, "A tag is one line of text without commas.");

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
  owner: z.object({
    kind: z.enum(["person", "team"]),
    /** The team's; null for a person. */
    id: teamIdSchema.nullable(),
    name: z.string(),
    isYou: z.boolean(),
    /** Names a team's page; null for a person. */
    slug: z.string().nullable(),
  }),
  cover: deckCoverSchema,
  slides: z.int(),
  words: z.int(),
  createdAt: z.iso.datetime(),
  lastEditedAt: z.iso.datetime(),
  /** Name of who edited last; null where nobody knows. */
  lastEditedBy: z.string().nullable(),
  /** The folder of its owner that it lies in; null where it lies in none. */
  folderId: folderIdSchema.nullable(),
  tags: z.array(z.string()),
  /** Offered in "New deck" to whoever may see it. */
  isTemplate: z.boolean(),
  /** Whether you starred it. */
  isStarred: z.boolean(),
  /** When it went into the trash; null where it is not there. */
  trashedAt: z.iso.datetime().nullable(),
});
export type DeckInfo = z.infer<typeof deckSchema>;

/**
 * Which decks: all that you hold a right on, your own, those that others shared with you, what you opened last, what you
 * starred, templates, what is in the trash and is yours to take out again; or those of one team, as `team:` and its id.
 */
export const deckFilters = ["all", "mine", "shared", "recent", "starred", "templates", "trash"] as const;
export const deckFilterSchema = z.union([z.enum(deckFilters), z.templateLiteral(["team:", z.uuid()])]);
export type DeckFilter = z.infer<typeof deckFilterSchema>;

/** Last edited first, newest first, or by title. What you opened last and the trash have an order of their own. */
export const deckSorts = ["edited", "created", "name"] as const;
export type DeckSort = (typeof deckSorts)[number];

/** `GET /api/decks?show=&sort=&folder=&tag=&cursor=&limit=` */
export const listDecksQuerySchema = z.object({
  show: deckFilterSchema.default("all"),
  sort: z.enum(deckSorts).default("edited"),
  /** Only what lies in this folder. */
  folder: folderIdSchema.optional(),
  /** Only what has this tag. */
  tag: tagSchema.optional(),
  cursor: z.string().max(1000).optional(),
  limit: z.coerce.number().int().min(1).max(maxPageSize).default(defaultPageSize),
});
export type ListDecksQuery = z.input<typeof listDecksQuerySchema>;

export const deckListSchema = z.object({
  decks: z.array(deckSchema),
  /** Hand it back as `cursor` for the next page; null at the end. */
  nextCursor: z.string().nullable(),
});
export type DeckList = z.infer<typeof deckListSchema>;

/** `POST /api/decks` → 201 with the deck. Its text is `markdown`, or that of a template, or (`start`) the five-slide tour. */
export const createDeckBodySchema = z
  .strictObject({
    title: deckTitleSchema.optional(),
    /** The team that is to own it; else it is yours. */
    teamId: teamIdSchema.optional(),
    markdown: z.string().optional(),
    start: z.enum(["empty", "tour"]).optional(),
    /** Of `GET /api/templates`. */
    template: z.string().max(100).optional(),
  })
  .refine((body) => [body.markdown, body.template, body.start === "tour" ? body.start : undefined].filter((one) => one !== undefined).length <= 1, {
    message: "Give one of the text, a template and the tour.",
    path: ["start"],
  });
export type CreateDeckBody = z.input<typeof createDeckBodySchema>;

/**
 * `PATCH /api/decks/:id`. A null title goes back to the one in the text; `trashed: false` takes it out of the trash; a null
 * folder takes it out of the one it lies in. The star is yours alone, all else is everybody's.
 */
export const patchDeckBodySchema = z
  .strictObject({
    title: deckTitleSchema.nullable().optional(),
    trashed: z.literal(false).optional(),
    folderId: folderIdSchema.nullable().optional(),
    tags: z.array(tagSchema).max(maxTagsPerDeck, `A deck may have up to ${maxTagsPerDeck} tags.`).optional(),
    isTemplate: z.boolean().optional(),
    isStarred: z.boolean().optional(),
  })
  .refine((body) => Object.values(body).some((value) => value !== undefined), { message: "There is nothing to change in this request." });
export type PatchDeckBody = z.input<typeof patchDeckBodySchema>;

/** `DELETE /api/decks/:id` puts it into the trash; `?forever=true` deletes what is there already. */
export const deleteDeckQuerySchema = z.object({ forever: z.stringbool().default(false) });
