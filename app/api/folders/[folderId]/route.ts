import { z } from "zod";
import { folderIdSchema } from "@/lib/api/ids";
import { patchFolderBodySchema } from "@/lib/api/library";
import { noContent } from "@/lib/http/answers";
import { readJsonBody } from "@/lib/http/body";
import { handle, readParams } from "@/lib/http/handle";
import { deleteFolder, folderNotFound, renameFolder } from "@/lib/workspace/folders/folder";

const paramsSchema = z.object({ folderId: folderIdSchema });

export const PATCH = handle(async ({ request, runtime, session, params }) => {
  const { folderId } = readParams(params, paramsSchema, folderNotFound());
  const { name } = await readJsonBody(request, patchFolderBodySchema);
  await renameFolder(runtime, folderId, { name, userId: session.userId });
  return noContent();
});

export const DELETE = handle(async ({ runtime, session, params }) => {
  const { folderId } = readParams(params, paramsSchema, folderNotFound());
  await deleteFolder(runtime, folderId, { userId: session.userId });
  return noContent();
});
