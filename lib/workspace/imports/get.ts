import type { DeckId } from "@/lib/api/ids";
import type { ImportInfo, ImportSummary } from "@/lib/api/import";
import type { Collab } from "@/lib/collab/server/collab";
import type { Database } from "@/lib/workspace/database";
import { convertImport } from "@/lib/workspace/imports/convert";
import { companionsSchema, notImported, toImportSummary } from "@/lib/workspace/imports/import-row";

/** What a deck was imported as; undefined for one that was written here. */
export async function getImportSummary({ prisma }: Pick<Database, "prisma">, deckId: DeckId): Promise<ImportSummary | undefined> {
  const row = await prisma.deckImport.findUnique({ where: { deckId }, omit: { source: true } });
  return row ? toImportSummary(row) : undefined;
}

/** Where a deck came from, with what could not be converted. Throws 404 for one that was written here. */
export async function getImport(
  { prisma, collab }: Pick<Database, "prisma"> & { readonly collab: Pick<Collab, "readRest"> },
  deckId: DeckId,
): Promise<ImportInfo> {
  const [row, { markdown }] = await Promise.all([prisma.deckImport.findUnique({ where: { deckId } }), collab.readRest(deckId)]);
  if (!row) throw notImported();
  const summary = toImportSummary(row);
  const converted = convertImport({ source: row.source, companions: companionsSchema.parse(row.companions) }, summary.dialect);
  return { ...summary, notices: [...converted.notices], isEdited: converted.markdown !== markdown };
}

/** A kept file as it came. Throws 404 where there is none of this name. */
export async function getOriginal(
  { prisma }: Pick<Database, "prisma">,
  deckId: DeckId,
  { file }: { /** Empty for the deck's own. */ readonly file: string },
): Promise<{ readonly filename: string; readonly source: string }> {
  const row = await prisma.deckImport.findUnique({ where: { deckId } });
  if (!row) throw notImported();
  const [own = ""] = toImportSummary(row).originals;
  const companion = companionsSchema.parse(row.companions).find(({ filename }) => filename === file);
  if (companion) return companion;
  if (file !== "" && file !== own) throw notImported();
  return { filename: own, source: row.source };
}
