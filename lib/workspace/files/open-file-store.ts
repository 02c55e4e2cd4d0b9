import type { Pool } from "pg";
import type { Env } from "@/lib/env";
import { postgresFileStore, type FileStore } from "@/lib/workspace/files/file-store";
import { s3FileStore } from "@/lib/workspace/files/s3-file-store";

/** What says where files are. */
export interface FileGround {
  readonly pool: Pool;
  readonly env: Pick<Env, "S3_URL">;
}

/** Where decks' files are kept: in Postgres, or where `S3_URL` is set in that bucket. */
export function openFileStore({ pool, env }: FileGround): FileStore {
  const rows = postgresFileStore(pool);
  return env.S3_URL === undefined ? rows : behind(s3FileStore(env.S3_URL), rows);
}

/** New files go to the first; those from before there was one are still found in the second. */
function behind(first: FileStore, second: FileStore): FileStore {
  return {
    put: first.put,
    get: async (deckId, sha256, range) => (await first.get(deckId, sha256, range)) ?? second.get(deckId, sha256, range),
    has: async (deckId, sha256) => (await first.has(deckId, sha256)) || second.has(deckId, sha256),
    remove: async (deckId, sha256) => {
      await first.remove(deckId, sha256);
      await second.remove(deckId, sha256);
    },
    copy: async (from, to, sha256) => (await first.copy(from, to, sha256)) || second.copy(from, to, sha256),
  };
}
