import { z } from "zod";
import type { ImportSummary } from "@/lib/api/import";
import { dialectLabel, dialects } from "@/lib/deck";
import { AppError } from "@/lib/errors";

export const companionsSchema = z.array(z.object({ filename: z.string(), source: z.string() }));

/** What a deck without a name of its file calls its original. */
const namelessOriginal = "original.md";

interface SummaryRow {
  readonly filename: string | null;
  readonly dialect: string;
  readonly confidence: number;
  readonly evidence: readonly string[];
  readonly notices: number;
  readonly companions: unknown;
}

/** A row as the API tells of it. */
export function toImportSummary({ filename, dialect, confidence, evidence, notices, companions }: SummaryRow): ImportSummary {
  const known = dialects.find((one) => one === dialect) ?? "lectern";
  const files = companionsSchema.parse(companions);
  return {
    filename,
    dialect: known,
    label: dialectLabel(known),
    confidence,
    evidence: [...evidence],
    noticeCount: notices,
    originals: [filename ?? namelessOriginal, ...files.map((companion) => companion.filename)],
    // A configuration is Landslide's alone.
    choices: files.length > 0 ? [] : dialects.map((one) => ({ dialect: one, label: dialectLabel(one) })),
  };
}

/** For a deck that was written here. */
export function notImported(): AppError {
  return new AppError("not-found", "This deck was written here: there is no file that it was imported from.");
}
