import type { DeckId } from "@/lib/api/ids";
import type { DiagramDrawing } from "@/lib/deck";
import { diagramRenderer } from "@/lib/stage/diagrams/mermaid-config";
import type { Database } from "@/lib/workspace/database";

interface Row {
  readonly hash: string;
  readonly svg: string | null;
  readonly problem: string | null;
  readonly line: number | null;
}

/** What came of a deck's diagrams, by hash, as today's renderer draws them; all of them, or those that are asked for. */
export async function getDiagrams(
  { pool }: Pick<Database, "pool">,
  deckId: DeckId,
  { hashes }: { readonly hashes?: readonly string[] } = {},
): Promise<ReadonlyMap<string, DiagramDrawing>> {
  if (hashes?.length === 0) return new Map();
  const { rows } = await pool.query<Row>(
    `SELECT hash, svg, problem, problem_line AS line FROM diagram
      WHERE deck_id = $1 AND renderer = $2 AND ($3::text[] IS NULL OR hash = ANY($3))`,
    [deckId, diagramRenderer, hashes ?? null],
  );
  return new Map(
    rows.map(({ hash, svg, problem, line }): [string, DiagramDrawing] => [
      hash,
      svg === null ? { state: "failed", message: problem ?? "", line: line ?? undefined } : { state: "drawn", svg },
    ]),
  );
}
