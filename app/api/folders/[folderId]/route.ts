import { z } from "zod";
import { folderIdSchema } from "@/lib/api/ids";
import { patchFolderBodySchema } from "@/lib/api/library";
import { noContent } from "@/lib/http/answers";
import { readJsonBody } from "@/lib/http/body";
import { handle, readParams, type RouteOptions, type SignedInInput } from "@/lib/http/handle";
import { teamOf } from "@/lib/http/token-limits";
import { deleteFolder, folderNotFound, renameFolder } from "@/lib/workspace/folders/folder";

const paramsSchema = z.object({ folderId: folderIdSchema });
const options: RouteOptions = { tokenScope: "write", takesTeams: true };

function folderOf({ params, session }: SignedInInput) {
  const { folderId } = readParams(params, paramsSchema, folderNotFound());
  return { folderId, userId: session.userId, within: teamOf(session) };
}

export const PATCH = handle(async (input) => {
  const { name } = await readJsonBody(input.request, patchFolderBodySchema);
  await renameFolder(input.runtime, folderOf(input), { name });
  return noContent();
}, options);

export const DELETE = handle(async (input) => {
  await deleteFolder(input.runtime, folderOf(input));
  return noContent();
}, options);
