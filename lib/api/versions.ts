import { z } from "zod";
import { slideIdSchema, versionIdSchema } from "@/lib/api/ids";
import { maxLabelLength, maxPageSize, versionPageSize } from "@/lib/api/limits";

/**
 * Why a version was kept: while people wrote, by somebody's own act, for the audience of a talk or a public link, or because
 * the whole text was about to be replaced.
 */
export const versionKinds = ["automatic", "kept", "talk", "publish", "restore", "import"] as const;
export type VersionKind = (typeof versionKinds)[number];

/** A version as the history lists it, without its text. */
export const versionSchema = z.object({
  id: versionIdSchema,
  kind: z.enum(versionKinds),
  name: z.string().nullable(),
  /** Who wrote last, or whose act kept it; null where nobody knows. */
  author: z.string().nullable(),
  /** Everybody who wrote since the version before. */
  authors: z.array(z.string()),
  /** Null in versions from before slides were counted. */
  slides: z.int().nullable(),
  createdAt: z.iso.datetime(),
});
export type VersionInfo = z.infer<typeof versionSchema>;

/** `GET …/versions/:versionId`: with the text, speaker notes and all. */
export const versionTextSchema = versionSchema.extend({
  markdown: z.string(),
  /** Which slide stood where, by the ids that outlast edits and moves; null, or too few of them, where nobody knows. */
  slideIds: z.array(slideIdSchema.nullable()),
});
export type VersionText = z.infer<typeof versionTextSchema>;

/** `GET /api/decks/:id/versions?named=&cursor=&limit=`: newest first; `named=1` those with a name alone. */
export const listVersionsQuerySchema = z.object({
  named: z.literal("1").optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(maxPageSize).default(versionPageSize),
});
export type ListVersionsQuery = z.input<typeof listVersionsQuerySchema>;

export const versionListSchema = z.object({
  versions: z.array(versionSchema),
  /** Hand it back as `cursor` for the next page; null at the end. */
  nextCursor: z.string().nullable(),
});
export type VersionList = z.infer<typeof versionListSchema>;

/** What somebody calls a version: one line. */
export const versionNameSchema = z
  .string()
  .trim()
  .min(1, "A name needs at least one character.")
  .max(maxLabelLength, `A name may have up to ${maxLabelLength} characters.`)
  .regex(/^\P{Cc}*$/u, "A name is one line of text.");

/** `POST /api/decks/:id/versions` → 201, or 200 where the newest version has this text and takes the name. */
export const keepVersionBodySchema = z.strictObject({ name: versionNameSchema.optional() });
export type KeepVersionBody = z.input<typeof keepVersionBodySchema>;

/** `PATCH …/versions/:versionId`. */
export const nameVersionBodySchema = z.strictObject({ name: versionNameSchema.nullable() });
export type NameVersionBody = z.input<typeof nameVersionBodySchema>;
