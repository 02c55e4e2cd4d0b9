import type { DeckFileList } from "@/lib/api/files";
import { json } from "@/lib/http/answers";
import { readUpload } from "@/lib/http/upload";
import { handleDeck } from "@/lib/http/handle";
import { renewCover } from "@/lib/workspace/decks/derive";
import { addFile } from "@/lib/workspace/files/add";
import { toDeckFile } from "@/lib/workspace/files/file-row";
import { openFileStore } from "@/lib/workspace/files/open-file-store";
import { fileQuota, usedBytes } from "@/lib/workspace/files/quota";
import { listCurrentFiles } from "@/lib/workspace/files/list";

export const GET = handleDeck("exportMarkdown", async ({ runtime, deckId }) => {
  const [files, bytes] = await Promise.all([listCurrentFiles(runtime, deckId), usedBytes(runtime.pool, deckId)]);
  const usage = { bytes, maxBytes: fileQuota(runtime.env).deckBytes };
  return json(200, { files: files.map((file) => toDeckFile(file, deckId)), usage } satisfies DeckFileList);
});

export const POST = handleDeck(
  "addFiles",
  async ({ request, runtime, session, deckId }) => {
    const { name, bytes } = await readUpload(request);
    const { file, isNew } = await addFile(runtime, deckId, {
      store: openFileStore(runtime),
      quota: fileQuota(runtime.env),
      userId: session.userId,
      name,
      bytes,
    });
    if (isNew) await renewCover(runtime, deckId);
    const added = toDeckFile(file, deckId);
    return json(isNew ? 201 : 200, added, { headers: { location: added.url } });
  },
  { rateLimit: "addFile" },
);
