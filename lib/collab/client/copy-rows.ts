import { z } from "zod";

const copyRowSchema = z.object({ deckId: z.string(), generation: z.int(), openedMs: z.number(), unsent: z.array(z.int()) });
const updateSchema = z.object({ key: z.int(), bytes: z.instanceof(Uint8Array) });
const textSchema = z.object({
  id: z.int(),
  markdown: z.string(),
  reason: z.enum(["refused", "replaced", "no-right"]),
  savedMs: z.number(),
});

/**
 * A copy as it is listed; the two first name it. `unsent`: the keys of those of its updates that hold something no server
 * may have. Tabs share a copy, and none of them knows what another one has sent.
 */
export type CopyRow = Readonly<z.infer<typeof copyRowSchema>>;
/** Which copy: another generation's text must never be merged into this one. */
export type CopyName = Pick<CopyRow, "deckId" | "generation">;
/** One update of a document in its row. */
export type CopyUpdate = Readonly<z.infer<typeof updateSchema>>;
/** One update with what its copy's row says about it. */
export type MarkedUpdate = CopyUpdate & { readonly isUnsent: boolean };
/** A text that went into no deck; kept until the person throws it away. `reason`: what became of it on the server. */
export type KeptText = Readonly<z.infer<typeof textSchema>>;

/** Copies, as they are listed. What lies in a browser's database may be of another build: a row that is none is as if it were not there. */
export const readRows = (rows: readonly unknown[]): readonly CopyRow[] => readAll(copyRowSchema, rows);
/** Updates, likewise. */
export const readUpdates = (rows: readonly unknown[]): readonly CopyUpdate[] => readAll(updateSchema, rows);
/** Kept texts, likewise. */
export const readTexts = (rows: readonly unknown[]): readonly KeptText[] => readAll(textSchema, rows);

function readAll<Schema extends z.ZodType>(schema: Schema, rows: readonly unknown[]): readonly z.output<Schema>[] {
  return rows.flatMap((row) => {
    const parsed = schema.safeParse(row);
    return parsed.success ? [parsed.data] : [];
  });
}
