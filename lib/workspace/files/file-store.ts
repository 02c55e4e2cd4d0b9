import type { Pool } from "pg";
import type { DeckId } from "@/lib/api/ids";
import { pictureWidths, type PictureWidth } from "@/lib/api/picture-sizes";

/** A stretch of a file's bytes; `end` is the first one after it. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** Where the bytes of decks' files are: once a deck and content, by the content's sha256 in hexadecimal, or by a `sizedKey`. */
export interface FileStore {
  /** Keeps the bytes; those it has already stay as they are. */
  put(deckId: DeckId, sha256: string, bytes: Uint8Array): Promise<void>;
  /** The bytes, or a stretch of them; undefined where there are none. */
  get(deckId: DeckId, sha256: string, range?: ByteRange): Promise<Uint8Array<ArrayBuffer> | undefined>;
  has(deckId: DeckId, sha256: string): Promise<boolean>;
  /** Gives another deck the same content; false where there is none. */
  copy(from: DeckId, to: DeckId, sha256: string): Promise<boolean>;
  /** Twice is once. */
  remove(deckId: DeckId, sha256: string): Promise<void>;
}

/** Under what a picture is kept in another width than its own: beside its content. */
export function sizedKey(sha256: string, width: PictureWidth): string {
  return `${sha256}-${width}`;
}

/** Everything that is kept of a content: itself, and what was made of it. */
export function keptKeys(sha256: string): readonly string[] {
  return [sha256, ...pictureWidths.map((width) => sizedKey(sha256, width))];
}

/** Files in Postgres: copied, moved and backed up with everything else. */
export function postgresFileStore(pool: Pool): FileStore {
  return {
    put: async (deckId, sha256, bytes) => {
      await pool.query("INSERT INTO deck_blob (deck_id, sha256, bytes) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING", [
        deckId,
        sha256,
        Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      ]);
    },
    get: async (deckId, sha256, range) => {
      const { rows } = await pool.query<{ bytes: Buffer }>(
        range === undefined
          ? "SELECT bytes FROM deck_blob WHERE deck_id = $1 AND sha256 = $2"
          : "SELECT substring(bytes FROM $3 FOR $4) AS bytes FROM deck_blob WHERE deck_id = $1 AND sha256 = $2",
        range === undefined ? [deckId, sha256] : [deckId, sha256, range.start + 1, range.end - range.start],
      );
      return rows[0] && new Uint8Array(rows[0].bytes);
    },
    has: async (deckId, sha256) => {
      const { rowCount } = await pool.query("SELECT FROM deck_blob WHERE deck_id = $1 AND sha256 = $2", [deckId, sha256]);
      return rowCount === 1;
    },
    copy: async (from, to, sha256) => {
      const { rowCount } = await pool.query(
        `WITH content AS (SELECT sha256, bytes FROM deck_blob WHERE deck_id = $1 AND sha256 = $3),
              made AS (INSERT INTO deck_blob (deck_id, sha256, bytes) SELECT $2, sha256, bytes FROM content ON CONFLICT DO NOTHING)
         SELECT FROM content`,
        [from, to, sha256],
      );
      return rowCount === 1;
    },
    remove: async (deckId, sha256) => {
      await pool.query("DELETE FROM deck_blob WHERE deck_id = $1 AND sha256 = $2", [deckId, sha256]);
    },
  };
}
