import { z } from "zod";

/** A picture, film or sound of a deck. */
export const deckFileSchema = z.object({
  /** What the deck's text names it with, for example `chart.png`. */
  path: z.string(),
  /** Where whoever may see the deck finds it. */
  url: z.string(),
  /** What it is by its content. */
  mediaType: z.string(),
  byteCount: z.int(),
  /** Pixels across a picture that comes smaller too: its address with `?w=640`, `1280` or `2560` serves it so. Null for all else. */
  width: z.int().nullable(),
});
export type DeckFile = z.infer<typeof deckFileSchema>;

/**
 * `POST /api/decks/:id/files` → 201 with the file, or 200 where the deck has it already. The body is the file, its name in
 * `x-file-name` (percent-encoded), or a form whose field `file` holds it.
 */
export const fileNameHeader = "x-file-name";

/** How much room the files of a deck take together, of how much there is. */
export const fileUsageSchema = z.object({ bytes: z.int(), maxBytes: z.int() });
export type FileUsage = z.infer<typeof fileUsageSchema>;

/** `GET /api/decks/:id/files`: by path. */
export const deckFileListSchema = z.object({ files: z.array(deckFileSchema), usage: fileUsageSchema });
export type DeckFileList = z.infer<typeof deckFileListSchema>;

/** `PATCH /api/decks/:id/files/<path>`: another name; its ending stays. Every place in the text that names it follows. */
export const renameFileBodySchema = z.strictObject({
  path: z.string().trim().min(1, "A file needs a name.").max(200, "A file's name may have up to 200 characters."),
});
export type RenameFileBody = z.input<typeof renameFileBodySchema>;

/** `POST /api/decks/:id/files/missing`: a text, of which nothing is kept. */
export const missingFilesBodySchema = z.strictObject({ markdown: z.string() });

const mentionSchema = z.object({
  /** What the deck's file has to be called. */
  path: z.string(),
  /** The file that is meant, from where the text is, decoded. */
  beside: z.string(),
  /** UTF-16 offsets of the address. */
  start: z.int(),
  end: z.int(),
});

/** Places in the text that name a picture, film or sound, in order: one that the deck has not, or one that it has, by its content. */
export const missingFilesSchema = z.object({
  mentions: z.array(mentionSchema),
  there: z.array(mentionSchema.extend({ sha256: z.string() })),
});
export type MissingFiles = z.infer<typeof missingFilesSchema>;

/** Where a deck's own file is found by whoever may see the deck. */
export function deckFileUrl(deckId: string, path: string): string {
  return `/decks/${encodeURIComponent(deckId)}/files/${path.split("/").map(encodeURIComponent).join("/")}`;
}
