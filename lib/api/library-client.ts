import { deckPath } from "@/lib/api/client";
import { deckActsAnswerSchema, type DeckActsAnswer, type DeckActsBody } from "@/lib/api/deck-acts";
import { deckSchema, type DeckInfo } from "@/lib/api/decks";
import { deckFileSchema, type DeckFile, type RenameFileBody } from "@/lib/api/files";
import { folderSchema, librarySchema, type CreateFolderBody, type Folder, type Library } from "@/lib/api/library";
import { searchResultSchema, type SearchQuery, type SearchResult } from "@/lib/api/search";
import { borrowedSlidesSchema, type BorrowedSlides, type BorrowSlidesBody } from "@/lib/api/slides";
import { templateListSchema, type TemplateList } from "@/lib/api/templates";
import { callJson, callNothing, readJson, send, type CallOptions } from "@/lib/api/transport";

/** The calls about where decks lie, how they are found, and what they lend each other. Every one throws `ApiError`. */

/** Makes a deck of its own out of this one's text and files, yours or a team's, under the same title. */
export function startFromDeck(
  { id, title }: Pick<DeckInfo, "id" | "title">,
  { teamId }: { readonly teamId?: string | undefined } = {},
): Promise<DeckInfo> {
  return callJson(deckSchema, "POST", `${deckPath(id)}/copy`, { json: { title, teamId } });
}

/** Does the same with many decks; the answer says with which it was done. */
export function actOnDecks(body: DeckActsBody): Promise<DeckActsAnswer> {
  return callJson(deckActsAnswerSchema, "POST", "/api/decks/acts", { json: body });
}

/** A page of what is found; the first one without a cursor. */
export function searchDecks({ q, cursor }: SearchQuery, options: CallOptions = {}): Promise<SearchResult> {
  const query = new URLSearchParams({ q, ...(cursor === undefined ? {} : { cursor }) });
  return callJson(searchResultSchema, "GET", `/api/search?${query}`, options);
}

/** The templates that come with the product. */
export function listTemplates(options: CallOptions = {}): Promise<TemplateList> {
  return callJson(templateListSchema, "GET", "/api/templates", options);
}

/** What decks can be looked through by. */
export function getLibrary(): Promise<Library> {
  return callJson(librarySchema, "GET", "/api/library");
}

export function createFolder(body: CreateFolderBody): Promise<Folder> {
  return callJson(folderSchema, "POST", "/api/folders", { json: body });
}

export function renameFolder(folderId: string, body: { readonly name: string }): Promise<void> {
  return callNothing("PATCH", `/api/folders/${encodeURIComponent(folderId)}`, { json: body });
}

/** Deletes a folder; its decks stay. */
export function deleteFolder(folderId: string): Promise<void> {
  return callNothing("DELETE", `/api/folders/${encodeURIComponent(folderId)}`);
}

/** Calls a file by another name, and has the text name it so. */
export async function renameFile(deckId: string, path: string, body: RenameFileBody): Promise<{ readonly file: DeckFile; readonly etag: string }> {
  const response = await send("PATCH", filePath(deckId, path), { json: body });
  return { file: await readJson(deckFileSchema, response), etag: response.headers.get("etag") ?? "" };
}

/** Deletes a file of the deck. */
export function deleteFile(deckId: string, path: string): Promise<void> {
  return callNothing("DELETE", filePath(deckId, path));
}

/** Makes slides of another deck fit for this one; their files are in it then. */
export function borrowSlides(deckId: string, body: BorrowSlidesBody): Promise<BorrowedSlides> {
  return callJson(borrowedSlidesSchema, "POST", `${deckPath(deckId)}/slides/copies`, { json: body });
}

function filePath(deckId: string, path: string): string {
  return `${deckPath(deckId)}/files/${path.split("/").map(encodeURIComponent).join("/")}`;
}
