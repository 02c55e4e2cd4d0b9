import type { DeckAct, DeckActsAnswer } from "@/lib/api/deck-acts";
import type { DeckId, UserId } from "@/lib/api/ids";
import { maxTagsPerDeck } from "@/lib/api/limits";
import { AppError } from "@/lib/errors";
import type { Database } from "@/lib/workspace/database";
import { changeDeck } from "@/lib/workspace/decks/change";
import { deleteDeck, type DeleteGround } from "@/lib/workspace/decks/delete";
import { requireRole } from "@/lib/workspace/decks/role";
import { trashDeck, type TrashGround } from "@/lib/workspace/decks/trash";

/** Who acts, and when. */
export interface DeckActor {
  readonly userId: UserId;
  /** As others are told. */
  readonly name: string;
  readonly now: Date;
}

/** Does the same with each of these decks, as far as the person may. What is refused says why, and keeps none of the others. */
export async function actOnDecks(
  ground: Database & TrashGround & DeleteGround,
  deckIds: readonly DeckId[],
  act: DeckAct,
  actor: DeckActor,
): Promise<DeckActsAnswer> {
  const done: DeckId[] = [];
  const refused: DeckActsAnswer["refused"] = [];
  for (const deckId of new Set(deckIds)) {
    try {
      await actOnDeck(ground, deckId, act, actor);
      done.push(deckId);
    } catch (error) {
      if (!(error instanceof AppError) || error.status >= 500) throw error;
      refused.push({ deckId, sentence: error.sentence });
    }
  }
  return { done, refused };
}

async function actOnDeck(
  ground: Database & TrashGround & DeleteGround,
  deckId: DeckId,
  act: DeckAct,
  { userId, name, now }: DeckActor,
): Promise<void> {
  switch (act.kind) {
    case "trash":
      await requireRole(ground, deckId, { userId, action: "trash" });
      return trashDeck(ground, deckId, { by: name, now });
    case "delete":
      await requireRole(ground, deckId, { userId, action: "trash" });
      return deleteDeck(ground, deckId);
    case "restore":
      return changeDeck(ground, deckId, { trashed: false }, { userId, role: await requireRole(ground, deckId, { userId, action: "trash" }), now });
    case "folder": {
      const role = await requireRole(ground, deckId, { userId, action: "organize" });
      return changeDeck(ground, deckId, { folderId: act.folderId }, { userId, role, now });
    }
    case "tag":
    case "untag": {
      await requireRole(ground, deckId, { userId, action: "organize" });
      return retag(ground, deckId, act);
    }
  }
}

/** One statement, so that two people who tag a deck at once both do. */
async function retag(
  { pool }: Pick<Database, "pool">,
  deckId: DeckId,
  { kind, tag }: { readonly kind: "tag" | "untag"; readonly tag: string },
): Promise<void> {
  const { rowCount } = await pool.query(kind === "tag" ? tagSql : untagSql, kind === "tag" ? [deckId, tag, maxTagsPerDeck] : [deckId, tag]);
  if (rowCount === 0) throw new AppError("conflict", `A deck may have up to ${maxTagsPerDeck} tags, and this one has them.`);
}

const tagSql = `
  UPDATE deck SET tags = CASE WHEN EXISTS (SELECT FROM unnest(tags) t WHERE lower(t) = lower($2)) THEN tags ELSE tags || $2::text END
   WHERE id = $1 AND (cardinality(tags) < $3 OR EXISTS (SELECT FROM unnest(tags) t WHERE lower(t) = lower($2)))`;

const untagSql =
  "UPDATE deck SET tags = ARRAY(SELECT t FROM unnest(tags) WITH ORDINALITY u (t, n) WHERE lower(t) <> lower($2) ORDER BY n) WHERE id = $1";
