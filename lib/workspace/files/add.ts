import { createHash } from "node:crypto";
import type { PoolClient } from "pg";
import type { DeckId, UserId } from "@/lib/api/ids";
import { AppError } from "@/lib/errors";
import { inTransaction, type Database } from "@/lib/workspace/database";
import { cleanMedia } from "@/lib/workspace/files/clean-media";
import { filePathFor, numberedPath } from "@/lib/workspace/files/file-name";
import { fileColumnsSql, toStoredFile, type FileRow, type StoredFile } from "@/lib/workspace/files/file-row";
import type { FileStore } from "@/lib/workspace/files/file-store";
import { measureWidth } from "@/lib/workspace/files/sizes/measure";
import { forgetUpload, noteUpload, takeBackUpload } from "@/lib/workspace/files/leftovers";
import { checkRoom, type FileQuota } from "@/lib/workspace/files/quota";

export interface AddFileOptions {
  readonly store: FileStore;
  readonly quota: FileQuota;
  readonly userId: UserId;
  /** As whoever adds it calls it; may have folders. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file of the deck, and whether it is new to it: the same content under the same name is there once. */
export interface AddedFile {
  readonly file: StoredFile;
  readonly isNew: boolean;
}

/**
 * Checks and cleans a file and adds it to a deck, under its name or, where that is taken by another content, a number
 * behind it. Throws 413 and 415 for what can't be a deck's file, 409 where the deck holds as much as it may.
 */
export async function addFile({ pool }: Pick<Database, "pool">, deckId: DeckId, options: AddFileOptions): Promise<AddedFile> {
  const { name, bytes } = options;
  const media = cleanMedia(bytes, shownName(name));
  const sha256 = createHash("sha256").update(media.bytes).digest("hex");
  const path = filePathFor(name, media.extensions);
  const file = { path, sha256, mediaType: media.mediaType, byteCount: media.bytes.byteLength };
  return keepFile({ pool }, deckId, { ...options, file, bytes: media.bytes });
}

/** Adds a file that was checked and cleaned before, with the same rules. */
export async function keepFile(
  { pool }: Pick<Database, "pool">,
  deckId: DeckId,
  { store, quota, userId, file: named, bytes }: Omit<AddFileOptions, "name"> & { readonly file: Omit<StoredFile, "width"> },
): Promise<AddedFile> {
  const file: StoredFile = { ...named, width: measureWidth(bytes, named.mediaType) || null };
  const { sha256 } = file;
  await noteUpload({ pool }, deckId, sha256);
  await store.put(deckId, sha256, bytes);
  try {
    return await inTransaction(pool, async (tx) => {
      const added = await insertFile(tx, deckId, { file, userId, quota });
      await forgetUpload(tx, deckId, sha256);
      return added;
    });
  } catch (error) {
    if (error instanceof AppError) await takeBackUpload({ pool }, deckId, { store, sha256 });
    throw error;
  }
}

async function insertFile(
  tx: PoolClient,
  deckId: DeckId,
  { file, userId, quota }: { readonly file: StoredFile; readonly userId: UserId; readonly quota: FileQuota },
): Promise<AddedFile> {
  await lockFiles(tx, deckId);
  const stem = file.path.replace(/(\.[^./]*)?$/, "");
  const { rows } = await tx.query<FileRow>(`SELECT ${fileColumnsSql} FROM deck_file WHERE deck_id = $1 AND starts_with(path, $2)`, [deckId, stem]);
  const known = new Map(rows.map((row) => [row.path, row]));
  const path = freePath(file, known);
  const there = known.get(path);
  if (there) {
    await tx.query("UPDATE deck_file SET renamed_at = NULL WHERE deck_id = $1 AND path = $2", [deckId, path]);
    return { file: toStoredFile(there), isNew: false };
  }
  await checkRoom(tx, deckId, { byteCount: file.byteCount, quota });
  await tx.query("INSERT INTO deck_file (deck_id, path, sha256, media_type, byte_count, width, added_by) VALUES ($1, $2, $3, $4, $5, $6, $7)", [
    deckId,
    path,
    file.sha256,
    file.mediaType,
    file.byteCount,
    file.width ?? 0,
    userId,
  ]);
  return { file: { ...file, path }, isNew: true };
}

/** One at a time for a deck: two that add at once must neither get one name nor both slip under the limit. */
export async function lockFiles(tx: PoolClient, deckId: DeckId): Promise<void> {
  await tx.query("SELECT pg_advisory_xact_lock(hashtextextended('deck_file ' || $1, 0))", [deckId]);
}

/** Its own path, or the first numbered one that is free or holds the very same content. */
function freePath({ path, sha256 }: StoredFile, known: ReadonlyMap<string, FileRow>): string {
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? path : numberedPath(path, number);
    const taken = known.get(candidate);
    if (taken === undefined || taken.sha256 === sha256) return candidate;
  }
}

/** How a sentence calls the file. */
function shownName(name: string): string {
  return (
    name
      .split(/[\\/]/)
      .at(-1)
      ?.replace(/\p{Cc}/gu, "")
      .trim()
      .slice(0, 80) || "This file"
  );
}
