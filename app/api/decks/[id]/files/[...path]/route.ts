import { z } from "zod";
import { renameFileBodySchema, type DeckFile } from "@/lib/api/files";
import { json, noContent } from "@/lib/http/answers";
import { readJsonBody } from "@/lib/http/body";
import { deckFilePath } from "@/lib/deck";
import { etagOf } from "@/lib/http/etag";
import { handleDeck, readParams } from "@/lib/http/handle";
import { renewCover } from "@/lib/workspace/decks/derive";
import { toDeckFile } from "@/lib/workspace/files/file-row";
import { removeFile } from "@/lib/workspace/files/remove";
import { renameDeckFile } from "@/lib/workspace/files/rename";

const paramsSchema = z.object({ path: z.array(z.string()).transform((segments) => deckFilePath(segments.join("/")) ?? "") });

export const PATCH = handleDeck("addFiles", async ({ request, runtime, session, deckId, params }) => {
  const { path } = readParams(params, paramsSchema);
  const { path: name } = await readJsonBody(request, renameFileBodySchema);
  const { file, text } = await renameDeckFile(runtime, deckId, path, { name, userId: session.userId });
  return json(200, toDeckFile(file, deckId) satisfies DeckFile, { headers: { etag: etagOf(text) } });
});

export const DELETE = handleDeck("addFiles", async ({ runtime, deckId, params }) => {
  const { path } = readParams(params, paramsSchema);
  await removeFile(runtime, deckId, { path });
  await renewCover(runtime, deckId);
  return noContent();
});
