import type { DeckId, UserId } from "@/lib/api/ids";
import type { ImportInfo } from "@/lib/api/import";
import type { Collab } from "@/lib/collab/server/collab";
import type { CommittedText } from "@/lib/collab/server/committed-text";
import type { Dialect } from "@/lib/deck";
import { AppError } from "@/lib/errors";
import type { Database } from "@/lib/workspace/database";
import { convertImport } from "@/lib/workspace/imports/convert";
import { companionsSchema, notImported, toImportSummary } from "@/lib/workspace/imports/import-row";
import { keepText } from "@/lib/workspace/versions/keep";

export interface ImportAgainOptions {
  readonly userId: UserId;
  readonly dialect: Dialect | "auto";
  /** Whether what was edited since the import may go. */
  readonly replaceEdits: boolean;
}

/**
 * Reads a deck's original again, as another dialect, and makes the deck what comes of it by the least edit. Throws 409
 * where the deck was edited since and that may not go, 412 where somebody wrote at this very moment.
 */
export async function importAgain(
  { pool, prisma, collab }: Database & { readonly collab: Pick<Collab, "readDeck" | "editDeck"> },
  deckId: DeckId,
  { userId, dialect, replaceEdits }: ImportAgainOptions,
): Promise<{ readonly info: ImportInfo; readonly text: CommittedText }> {
  const row = await prisma.deckImport.findUnique({ where: { deckId } });
  if (!row) throw notImported();
  const original = { source: row.source, companions: companionsSchema.parse(row.companions) };
  const before = await collab.readDeck(deckId);
  if (!replaceEdits && before.markdown !== convertImport(original, toImportSummary(row).dialect).markdown) {
    throw new AppError("conflict", "This deck was edited since it was imported. Reading the file again puts it in the place of those edits.");
  }
  const { markdown, notices, ...recognition } = convertImport(original, dialect);
  if (markdown !== before.markdown) await keepText({ pool }, deckId, { text: before, kind: "import", userId });
  const text = await collab.editDeck(deckId, () => markdown, { kind: "import", userId, expected: before });
  const data = { ...recognition, evidence: [...recognition.evidence], notices: notices.length };
  const kept = await prisma.deckImport.update({ where: { deckId }, data });
  return { info: { ...toImportSummary(kept), notices: [...notices], isEdited: false }, text };
}
