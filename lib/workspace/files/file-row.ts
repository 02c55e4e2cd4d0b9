import { deckFileUrl, type DeckFile } from "@/lib/api/files";
import type { DeckId } from "@/lib/api/ids";

/** A file's row as SQL hands it over. */
export interface FileRow {
  readonly path: string;
  readonly sha256: string;
  readonly media_type: string;
  readonly byte_count: number;
  readonly width: number | null;
}

export const fileColumnsSql = "path, sha256, media_type, byte_count, width";

/** A file as a deck has it: what to fetch and how to serve it. */
export interface StoredFile {
  readonly path: string;
  readonly sha256: string;
  readonly mediaType: string;
  readonly byteCount: number;
  /** Pixels across a picture that comes in smaller sizes too; null for all else. */
  readonly width: number | null;
}

export function toStoredFile({ path, sha256, media_type: mediaType, byte_count: byteCount, width }: FileRow): StoredFile {
  return { path, sha256, mediaType, byteCount, width: width || null };
}

/** A file as the API shows it. */
export function toDeckFile({ path, mediaType, byteCount, width }: StoredFile, deckId: DeckId): DeckFile {
  return { path, url: deckFileUrl(deckId, path), mediaType, byteCount, width };
}
