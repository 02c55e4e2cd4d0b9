import { createFolderBodySchema, folderSchema, librarySchema, patchFolderBodySchema } from "@/lib/api/library";
import { answer, done, json, type OperationGroup } from "@/lib/api/openapi/operation";
import { searchQuerySchema, searchResultSchema } from "@/lib/api/search";
import { templateListSchema } from "@/lib/api/templates";

export const library: OperationGroup = {
  name: "Library",
  about: "Where decks lie and how they are found.",
  operations: {
    "GET /api/search": {
      summary: "Search titles, texts and notes",
      scope: "read",
      query: searchQuerySchema,
      answers: [answer(200, "Decks and the slides in them.", searchResultSchema)],
    },
    "GET /api/library": { summary: "List folders and tags", scope: "read", answers: [answer(200, "Yours and your teams'.", librarySchema)] },
    "GET /api/templates": { summary: "List the templates", scope: "open", answers: [answer(200, "The templates.", templateListSchema)] },
    "POST /api/folders": {
      summary: "Make a folder",
      scope: "write",
      body: json(createFolderBodySchema),
      answers: [answer(201, "The folder.", folderSchema)],
    },
    "PATCH /api/folders/[folderId]": { summary: "Rename a folder", scope: "write", body: json(patchFolderBodySchema), answers: [done] },
    "DELETE /api/folders/[folderId]": { summary: "Delete a folder; its decks stay", scope: "write", answers: [done] },
  },
};
