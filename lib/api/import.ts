import { z } from "zod";
import { deckSchema } from "@/lib/api/decks";
import { teamIdSchema } from "@/lib/api/ids";
import { dialects } from "@/lib/deck";

const importedFileSchema = z.strictObject({ filename: z.string().trim().min(1).max(255), source: z.string() });
export type ImportedFile = z.infer<typeof importedFileSchema>;

/** What a deck may be written in, or `auto` for finding it out. */
export const dialectSchema = z.enum(["auto", ...dialects], `There is no such dialect. Choose one of auto, ${dialects.join(", ")}.`);

/** Files beside a configuration that one import may bring. */
const maxCompanions = 200;

/** `POST /api/decks/import`: text of a file that another tool's deck is in. */
export const importDeckBodySchema = z.strictObject({
  /** Name of the file; only to name the deck and to say what is wrong with it. */
  filename: z.string().trim().max(255).optional(),
  source: z.string(),
  /** What wrote it, for example `landslide`; found out where it is absent. */
  dialect: dialectSchema.default("auto"),
  /** For a Landslide `.cfg`: the files it names. Others are left alone. */
  companions: z.array(importedFileSchema).max(maxCompanions).default([]),
  /** The team that is to own the deck. */
  teamId: teamIdSchema.optional(),
});
export type ImportDeckBody = z.input<typeof importDeckBodySchema>;

export const importNoticeSchema = z.object({
  code: z.string(),
  severity: z.enum(["error", "warning", "info", "hint"]),
  message: z.string(),
  /** 1-based line in the imported text, and that line. */
  line: z.int(),
  excerpt: z.string(),
  /** The companion that it is about; absent for the file itself. */
  file: z.string().optional(),
});
export type ImportNotice = z.infer<typeof importNoticeSchema>;

const recognitionFields = {
  dialect: z.enum(dialects),
  /** What the dialect's users call it. */
  label: z.string(),
  /** From 0 to 1. */
  confidence: z.number(),
  /** Short phrases: what speaks for the dialect. */
  evidence: z.array(z.string()),
};

/** 201: the new deck, as what it was read, and what the import has to say about it. */
export const importedDeckSchema = deckSchema.extend({ ...recognitionFields, notices: z.array(importNoticeSchema) });
export type ImportedDeck = z.infer<typeof importedDeckSchema>;

/** What a deck was imported as, in a line; the page of the deck comes with it. */
export const importSummarySchema = z.object({
  filename: z.string().nullable(),
  ...recognitionFields,
  /** How many things could not be converted. */
  noticeCount: z.int(),
  /** Names of the kept files, the deck's own first. */
  originals: z.array(z.string()),
  /** What else the original may be read as. */
  choices: z.array(z.object({ dialect: z.enum(dialects), label: z.string() })),
});
export type ImportSummary = z.infer<typeof importSummarySchema>;

/** `GET /api/decks/:id/import`: where the deck came from. 404 for a deck that was written here. */
export const importInfoSchema = importSummarySchema.extend({
  notices: z.array(importNoticeSchema),
  /** Whether the deck's text is another by now than what the import made. */
  isEdited: z.boolean(),
});
export type ImportInfo = z.infer<typeof importInfoSchema>;

/**
 * `POST /api/decks/:id/import`: reads the kept original again, as another dialect, in one edit that co-authors see at once.
 * 409 where the deck was edited since, unless `replaceEdits` says that those edits may go.
 */
export const importAgainBodySchema = z.strictObject({ dialect: dialectSchema, replaceEdits: z.boolean().default(false) });
export type ImportAgainBody = z.input<typeof importAgainBodySchema>;

/** Where a kept original is downloaded; `file` is one of `originals`. */
export function originalUrl(deckId: string, file: string): string {
  return `/api/decks/${encodeURIComponent(deckId)}/import/original?file=${encodeURIComponent(file)}`;
}

export const originalQuerySchema = z.object({ file: z.string().max(255).default("") });
