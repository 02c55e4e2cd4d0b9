import type { PoolClient } from "pg";
import type { DeckId } from "@/lib/api/ids";
import { maxFilesPerDeck } from "@/lib/api/limits";
import type { Env } from "@/lib/env";
import { AppError } from "@/lib/errors";

const mebibyte = 1024 * 1024;

/** How much files may hold, in bytes. */
export interface FileQuota {
  readonly deckBytes: number;
  /** All decks of one person or team that are not in the trash. */
  readonly ownerBytes: number;
}

/** What this server allows. */
export function fileQuota({ DECK_FILES_MB, OWNER_FILES_MB }: Pick<Env, "DECK_FILES_MB" | "OWNER_FILES_MB">): FileQuota {
  return { deckBytes: DECK_FILES_MB * mebibyte, ownerBytes: OWNER_FILES_MB * mebibyte };
}

/** How much room a deck's files take. A content counts once, whatever it is called. */
export async function usedBytes(tx: Pick<PoolClient, "query">, deckId: DeckId): Promise<number> {
  const { rows } = await tx.query<{ bytes: number }>(
    "SELECT coalesce(sum(byte_count), 0)::float8 AS bytes FROM (SELECT DISTINCT sha256, byte_count FROM deck_file WHERE deck_id = $1) f",
    [deckId],
  );
  return rows[0]?.bytes ?? 0;
}

/** Throws 409 with what there is to do where a file of this size has no room in the deck, or among its owner's decks. */
export async function checkRoom(
  tx: Pick<PoolClient, "query">,
  deckId: DeckId,
  { byteCount, quota }: { readonly byteCount: number; readonly quota: FileQuota },
): Promise<void> {
  const { rows } = await tx.query<{ files: number; owner_bytes: number; team: string | null }>(ownerSql, [deckId]);
  const { files, owner_bytes: ownerBytes, team } = rows[0] ?? { files: 0, owner_bytes: 0, team: null };
  if (files >= maxFilesPerDeck)
    throw new AppError("conflict", `A deck holds up to ${maxFilesPerDeck} files, and this one has them. Go on in a second deck.`);
  const deckLeft = quota.deckBytes - (await usedBytes(tx, deckId));
  if (byteCount > deckLeft) {
    throw new AppError(
      "conflict",
      `A deck's files hold up to ${inMebibytes(quota.deckBytes)} together, and ${inMebibytes(deckLeft)} are left. Make this one smaller, delete files that are unused, or link to it where it is.`,
    );
  }
  const ownerLeft = quota.ownerBytes - ownerBytes;
  if (byteCount > ownerLeft) {
    const whose = team === null ? "The files of all decks of one person" : `The files of all decks of ${team}`;
    throw new AppError(
      "conflict",
      `${whose} hold up to ${inMebibytes(quota.ownerBytes)} together, and ${inMebibytes(ownerLeft)} are left. Delete files that are unused, or put decks into the trash.`,
    );
  }
}

const ownerSql = `
  SELECT (SELECT count(*)::int FROM deck_file f WHERE f.deck_id = d.id AND f.renamed_at IS NULL) AS files, t.name AS team,
         (SELECT coalesce(sum(u.byte_count), 0)::float8 FROM (
            SELECT DISTINCT f.deck_id, f.sha256, f.byte_count FROM deck o JOIN deck_file f ON f.deck_id = o.id
             WHERE o.trashed_at IS NULL AND (o.owner_user_id = d.owner_user_id OR o.owner_team_id = d.owner_team_id)) u) AS owner_bytes
    FROM deck d LEFT JOIN team t ON t.id = d.owner_team_id WHERE d.id = $1`;

function inMebibytes(bytes: number): string {
  return `${Math.max(0, Math.floor(bytes / mebibyte))} MiB`;
}
