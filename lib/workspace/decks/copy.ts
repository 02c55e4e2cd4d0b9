import type { PoolClient } from "pg";
import type { DeckInfo } from "@/lib/api/decks";
import type { DeckId, TeamId, UserId } from "@/lib/api/ids";
import { maxTitleLength } from "@/lib/api/limits";
import type { Collab } from "@/lib/collab/server/collab";
import type { Database } from "@/lib/workspace/database";
import { createDeck } from "@/lib/workspace/decks/create";
import { renewCover } from "@/lib/workspace/decks/derive";
import { copyContents } from "@/lib/workspace/files/contents";
import type { FileGround } from "@/lib/workspace/files/open-file-store";
import { getDeck } from "@/lib/workspace/decks/get";
import type { DeckRole } from "@/lib/workspace/policies";

export interface CopyDeckOptions {
  readonly userId: UserId;
  readonly role: DeckRole;
  /** What the copy is called; undefined: "Copy of" the deck's title. */
  readonly title: string | undefined;
  /** The team that owns the copy; undefined: whoever copies. */
  readonly teamId: TeamId | undefined;
}

/**
 * Makes a deck of its own of another one's text of this moment, with its files, diagrams and measured fits. Links, people,
 * history and talks stay with the original. Throws 422 for a team that isn't one of whoever copies.
 */
export async function copyDeck(
  ground: Database & FileGround & { readonly collab: Pick<Collab, "readDeck"> },
  deckId: DeckId,
  { userId, role, title, teamId }: CopyDeckOptions,
): Promise<DeckInfo> {
  const [original, { markdown }] = await Promise.all([getDeck(ground, deckId, { userId, role }), ground.collab.readDeck(deckId)]);
  const name = title ?? [...`Copy of ${original.title}`].slice(0, maxTitleLength).join("");
  const copy = await createDeck(ground, { ownerId: userId, teamId, name, markdown, beside: (tx, copyId) => copyRows(tx, deckId, copyId) });
  await copyContents(ground, deckId, copy.id);
  await renewCover(ground, copy.id);
  return getDeck(ground, copy.id, { userId, role: copy.role });
}

async function copyRows(tx: PoolClient, from: DeckId, to: DeckId): Promise<void> {
  for (const sql of copySql) await tx.query(sql, [from, to]);
}

const copySql = [
  `INSERT INTO deck_file (deck_id, path, sha256, media_type, byte_count, width, added_by, created_at, renamed_at)
   SELECT $2, path, sha256, media_type, byte_count, width, added_by, created_at, renamed_at FROM deck_file WHERE deck_id = $1`,
  `INSERT INTO diagram (deck_id, hash, renderer, svg, problem, problem_line) SELECT $2, hash, renderer, svg, problem, problem_line FROM diagram WHERE deck_id = $1`,
  "INSERT INTO slide_fit (deck_id, slide_hash, theme, fonts_version, step) SELECT $2, slide_hash, theme, fonts_version, step FROM slide_fit WHERE deck_id = $1",
];
