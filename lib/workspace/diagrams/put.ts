import type { DeckId } from "@/lib/api/ids";
import type { DiagramDrawing } from "@/lib/deck";
import { AppError } from "@/lib/errors";
import { cleanDrawing } from "@/lib/stage/diagrams/finish-drawing";
import { diagramRenderer } from "@/lib/stage/diagrams/mermaid-config";
import { inTransaction, type Database } from "@/lib/workspace/database";
import { renewCover } from "@/lib/workspace/decks/derive";

/** Drawings kept of one deck; those of texts that are long gone would pile up for ever otherwise. */
const maxDiagramsPerDeck = 500;

export interface SentDrawing {
  readonly hash: string;
  readonly renderer: string;
  readonly svg: string;
}

/** Keeps what an editor's browser drew, sanitised again: a browser is whoever holds the right to edit. Throws 409 or 422. */
export async function putDiagram(database: Pick<Database, "pool">, deckId: DeckId, { hash, renderer, svg }: SentDrawing): Promise<void> {
  if (renderer !== diagramRenderer) throw new AppError("conflict", "This page draws diagrams as an older version did. Load it again.");
  const drawn = cleanDrawing(svg, hash);
  if (drawn === undefined) throw new AppError("unprocessable", "This is no drawing of a diagram, or one that is too large to be kept.");
  await storeDiagrams(database, deckId, new Map([[hash, { state: "drawn", svg: drawn }]]));
}

/** Keeps drawings that are clean already; the cover shows them at once. */
export async function storeDiagrams(database: Pick<Database, "pool">, deckId: DeckId, drawings: ReadonlyMap<string, DiagramDrawing>): Promise<void> {
  const sorted = [...drawings].sort(([a], [b]) => (a < b ? -1 : 1));
  if (sorted.length === 0) return;
  await inTransaction(database.pool, async (tx) => {
    for (const [hash, drawing] of sorted) {
      const isDrawn = drawing.state === "drawn";
      await tx.query(insertSql, [
        deckId,
        hash,
        diagramRenderer,
        isDrawn ? drawing.svg : null,
        isDrawn ? null : drawing.message,
        isDrawn ? null : (drawing.line ?? null),
      ]);
    }
    await tx.query(sweepSql, [deckId, diagramRenderer, maxDiagramsPerDeck]);
  });
  await renewCover(database, deckId, { diagrams: sorted.map(([hash]) => hash) });
}

/** Two that draw the same at once store the same; the latest stays. A deck that was deleted meanwhile gets none. */
const insertSql = `
  INSERT INTO diagram (deck_id, hash, renderer, svg, problem, problem_line)
  SELECT $1::uuid, $2::text, $3::text, $4::text, $5::text, $6::int WHERE EXISTS (SELECT FROM deck WHERE id = $1::uuid)
  ON CONFLICT (deck_id, hash, renderer) DO UPDATE SET
    svg = excluded.svg, problem = excluded.problem, problem_line = excluded.problem_line, created_at = now()`;

const sweepSql = `
  DELETE FROM diagram WHERE deck_id = $1 AND (renderer <> $2 OR hash IN (
    SELECT hash FROM diagram WHERE deck_id = $1 AND renderer = $2 ORDER BY created_at DESC OFFSET $3))`;
