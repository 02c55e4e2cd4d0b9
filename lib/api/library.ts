import { z } from "zod";
import { folderIdSchema, teamIdSchema } from "@/lib/api/ids";
import { maxNameLength } from "@/lib/api/limits";

export const folderNameSchema = z
  .string()
  .trim()
  .min(1, "A folder's name needs at least one character.")
  .max(maxNameLength, `A folder's name may have up to ${maxNameLength} characters.`)
  .regex(/^\P{Cc}*$/u, "A folder's name is one line of text.");

export const folderSchema = z.object({
  id: folderIdSchema,
  name: z.string(),
  /** The team whose decks it holds; null for your own. */
  teamId: teamIdSchema.nullable(),
  decks: z.int(),
});
export type Folder = z.infer<typeof folderSchema>;

/** `GET /api/library`: by what decks can be looked through, beside the lists that everybody has. */
export const librarySchema = z.object({
  /** Teams you are a member of. */
  teams: z.array(z.object({ id: teamIdSchema, name: z.string() })),
  /** Your own and your teams', by name. */
  folders: z.array(folderSchema),
  /** Of your own and your teams' decks, by name. */
  tags: z.array(z.object({ tag: z.string(), decks: z.int() })),
});
export type Library = z.infer<typeof librarySchema>;

/** `POST /api/folders` → 201 with the folder. */
export const createFolderBodySchema = z.strictObject({ name: folderNameSchema, teamId: teamIdSchema.optional() });
export type CreateFolderBody = z.input<typeof createFolderBodySchema>;

/** `PATCH /api/folders/:id` → 204. `DELETE` deletes the folder, and none of its decks. */
export const patchFolderBodySchema = z.strictObject({ name: folderNameSchema });
