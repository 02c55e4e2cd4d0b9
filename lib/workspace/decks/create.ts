import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import type { DeckInfo } from "@/lib/api/decks";
import { checkDeckText } from "@/lib/api/deck-file";
import { deckIdSchema, type DeckId, type TeamId, type UserId } from "@/lib/api/ids";
import { insertFirstUpdate } from "@/lib/collab/server/update-log";
import { AppError } from "@/lib/errors";
import { inTransaction, type Database } from "@/lib/workspace/database";
import { deriveText } from "@/lib/workspace/decks/deck-text";
import { getDeck } from "@/lib/workspace/decks/get";
import { indexSlides } from "@/lib/workspace/search/slide-index";
import { titleKey } from "@/lib/workspace/search/words";
import { settleSlides } from "@/lib/workspace/slides/settle";
import { roleOnDecksOf } from "@/lib/workspace/teams/role";

export interface CreateDeckOptions {
  /** Who makes it, and owns it unless a team does. */
  readonly ownerId: UserId;
  /** The team that owns it: one that the maker is in. */
  readonly teamId?: TeamId | undefined;
  /** The deck's own name; undefined lets it show the title in its text. */
  readonly name: string | undefined;
  /** Any line ends; checked and made LF here. */
  readonly markdown: string;
  /** Whether the text was written here or brought along. */
  readonly kind?: "edit" | "import";
  /** Rows that come with the deck or not at all. */
  readonly beside?: (tx: PoolClient, deckId: DeckId) => Promise<void>;
}

/**
 * Makes a deck: its row, its document with the first update, and what is derived from it, in one transaction. The
 * text exists in the log exactly once from the start, so no client ever seeds a document. Throws 413 or 415 for text
 * that can't be a deck.
 */
export async function createDeck(database: Pick<Database, "pool">, options: CreateDeckOptions): Promise<DeckInfo> {
  const { ownerId, teamId, name, kind = "edit", beside } = options;
  const role = teamId === undefined ? "owner" : await roleOnDecksOf(database, teamId, { userId: ownerId });
  const checked = checkDeckText(options.markdown);
  if (checked.state === "refused") throw new AppError(checked.code, checked.sentence);
  const markdown = checked.text;
  const deckId = deckIdSchema.parse(randomUUID());
  const { title, cover, slides, searched, words } = await deriveText(markdown, { deckId, files: new Map() });
  await inTransaction(database.pool, async (tx) => {
    await tx.query("INSERT INTO deck (id, name, title_key, owner_user_id, owner_team_id, last_edited_by) VALUES ($1, $2, $3, $4, $5, $6)", [
      deckId,
      name ?? null,
      titleKey(name ?? title),
      teamId === undefined ? ownerId : null,
      teamId ?? null,
      ownerId,
    ]);
    const { generation, seq, places } = await insertFirstUpdate(tx, { docId: deckId, markdown, userId: ownerId, kind });
    await tx.query(
      `INSERT INTO deck_text (deck_id, generation, seq, markdown, title, cover_html, cover_theme, cover_scheme, cover_aspect_ratio, slides, words)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [deckId, generation, seq, markdown, title, cover.html, cover.theme, cover.scheme, cover.aspectRatio, slides.length, words],
    );
    await tx.query("INSERT INTO deck_writer (deck_id, user_id, seq) VALUES ($1, $2, $3)", [deckId, ownerId, seq]);
    await settleSlides(tx, deckId, { generation, seq, slides, places });
    await indexSlides(tx, deckId, searched);
    await beside?.(tx, deckId);
  });
  return getDeck(database, deckId, { userId: ownerId, role });
}
