import type { DeckFileList } from "@/lib/api/files";
import { json } from "@/lib/http/answers";
import { readUpload } from "@/lib/http/upload";
import { handleDeck } from "@/lib/http/handle";
import { renewCover } from "@/lib/workspace/decks/derive";
import { addFile } from "@/lib/workspace/files/add";
import { toDeckFile } from "@/lib/workspace/files/file-row";
import { postgresFileStore } from "@/lib/workspace/files/file-store";
import { listFiles } from "@/lib/workspace/files/list";

export const GET = handleDeck("exportMarkdown", async ({ runtime, deckId }) => {
  const files = await listFiles(runtime, deckId);
  return json(200, { files: files.map((file) => toDeckFile(file, deckId)) } satisfies DeckFileList);
});

export const POST = handleDeck(
  "addFiles",
  async ({ request, runtime, session, deckId }) => {
    const { name, bytes } = await readUpload(request);
    const { file, isNew } = await addFile(runtime, deckId, { store: postgresFileStore(runtime.pool), userId: session.userId, name, bytes });
    if (isNew) await renewCover(runtime, deckId);
    const added = toDeckFile(file, deckId);
    return json(isNew ? 201 : 200, added, { headers: { location: added.url } });
  },
  { rateLimit: "addFile" },
);
