import { meSchema, type Me, type PatchMeBody, type SignInBody, type SignUpBody } from "@/lib/api/account";
import { collabTokenSchema, formerTokenHeader, type CollabTokenAnswer } from "@/lib/api/collab-token";
import {
  deckListSchema,
  deckSchema,
  type CreateDeckBody,
  type DeckInfo,
  type DeckList,
  type ListDecksQuery,
  type PatchDeckBody,
} from "@/lib/api/decks";
import { diagramListSchema, type DiagramList, type PutDiagramBody } from "@/lib/api/diagrams";
import { ApiError, unreachableError } from "@/lib/api/api-error";
import { readExportStream, type ExportProgress, type ReceivedFile } from "@/lib/api/export-stream";
import { exportUrl, type ExportFormat } from "@/lib/api/exports";
import { deckFileListSchema, type DeckFileList } from "@/lib/api/files";
import type { PutFitsBody } from "@/lib/api/fits";
import {
  importedDeckSchema,
  importInfoSchema,
  type ImportAgainBody,
  type ImportDeckBody,
  type ImportedDeck,
  type ImportInfo,
} from "@/lib/api/import";
import { maxPageSize } from "@/lib/api/limits";
import { talkListSchema, talkRecordSchema, type TalkList, type TalkRecord } from "@/lib/api/talks";
import {
  versionListSchema,
  versionSchema,
  versionTextSchema,
  type KeepVersionBody,
  type ListVersionsQuery,
  type NameVersionBody,
  type VersionInfo,
  type VersionList,
  type VersionText,
} from "@/lib/api/versions";
import { createdTokenSchema, type CreatedToken, type CreateTokenBody } from "@/lib/api/tokens";
import { callJson, callNothing, readJson, send, type CallOptions } from "@/lib/api/transport";

/** The API as functions. Every one throws `ApiError`, whose message is a sentence to show. */

// ---- who I am

/** Makes a guest of this browser; does nothing where it already is somebody. */
export async function signInAsGuest(): Promise<Me> {
  const known = await getMe();
  if (known) return known;
  await callNothing("POST", "/api/auth/sign-in/anonymous", { json: {} });
  return callJson(meSchema, "GET", "/api/me");
}

/** Who this browser is; undefined where it is nobody. */
export async function getMe(options: CallOptions = {}): Promise<Me | undefined> {
  const answer = await send("GET", "/api/me", options);
  return answer.status === 204 ? undefined : readJson(meSchema, answer);
}

/** Changes my name; the way a guest picks one. */
export function patchMe(body: PatchMeBody): Promise<Me> {
  return callJson(meSchema, "PATCH", "/api/me", { json: body });
}

/** Makes an account. A guest's decks come along. */
export async function signUp(body: SignUpBody): Promise<Me> {
  await callNothing("POST", "/api/auth/sign-up/email", { json: body });
  return callJson(meSchema, "GET", "/api/me");
}

/** Signs in. A guest's decks come along. */
export async function signIn(body: SignInBody): Promise<Me> {
  await callNothing("POST", "/api/auth/sign-in/email", { json: body });
  return callJson(meSchema, "GET", "/api/me");
}

export function signOut(): Promise<void> {
  return callNothing("POST", "/api/auth/sign-out", { json: {} });
}

// ---- tokens for programs

/** Makes a token; the answer alone holds it. */
export function createToken(body: CreateTokenBody): Promise<CreatedToken> {
  return callJson(createdTokenSchema, "POST", "/api/tokens", { json: body });
}

export function revokeToken(tokenId: string): Promise<void> {
  return callNothing("DELETE", `/api/tokens/${encodeURIComponent(tokenId)}`);
}

// ---- decks

export function listDecks(query: ListDecksQuery = {}, options: CallOptions = {}): Promise<DeckList> {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined && value !== "") parameters.set(name, String(value));
  return callJson(deckListSchema, "GET", `/api/decks?${parameters}`, options);
}

export function createDeck(body: CreateDeckBody = {}): Promise<DeckInfo> {
  return callJson(deckSchema, "POST", "/api/decks", { json: body });
}

export function getDeck(deckId: string, options: CallOptions = {}): Promise<DeckInfo> {
  return callJson(deckSchema, "GET", deckPath(deckId), options);
}

/** Changes a deck's name, folder, tags or star, or takes it out of the trash. */
export function patchDeck(deckId: string, body: PatchDeckBody): Promise<DeckInfo> {
  return callJson(deckSchema, "PATCH", deckPath(deckId), { json: body });
}

/** Puts the deck into the trash. */
export function trashDeck(deckId: string): Promise<void> {
  return callNothing("DELETE", deckPath(deckId));
}

/** Makes the text this one by the smallest edit, live for co-authors. Throws 412 where `ifMatch` is stale. */
export async function putMarkdown(
  deckId: string,
  markdown: string,
  { ifMatch }: { readonly ifMatch?: string } = {},
): Promise<{ readonly etag: string }> {
  const headers = { "content-type": "text/markdown; charset=utf-8", ...(ifMatch === undefined ? {} : { "if-match": ifMatch }) };
  const response = await send("PUT", `${deckPath(deckId)}/markdown`, { body: markdown, headers });
  return { etag: response.headers.get("etag") ?? "" };
}

export function importDeck(body: ImportDeckBody): Promise<ImportedDeck> {
  return callJson(importedDeckSchema, "POST", "/api/decks/import", { json: body });
}

/** Where an imported deck came from. */
export function getImport(deckId: string): Promise<ImportInfo> {
  return callJson(importInfoSchema, "GET", `${deckPath(deckId)}/import`);
}

/** Reads an imported deck's original again. Throws 409 where the deck was edited since and that may not go. */
export async function importAgain(deckId: string, body: ImportAgainBody): Promise<{ readonly info: ImportInfo; readonly etag: string }> {
  const response = await send("POST", `${deckPath(deckId)}/import`, { json: body });
  return { info: await readJson(importInfoSchema, response), etag: response.headers.get("etag") ?? "" };
}

export function getCollabToken(
  deckId: string,
  { former, ...options }: CallOptions & { readonly former?: string | undefined } = {},
): Promise<CollabTokenAnswer> {
  const headers: Readonly<Record<string, string>> = former === undefined ? {} : { [formerTokenHeader]: former };
  return callJson(collabTokenSchema, "GET", `${deckPath(deckId)}/collab-token`, { ...options, headers });
}

export function listDiagrams(deckId: string): Promise<DiagramList> {
  return callJson(diagramListSchema, "GET", `${deckPath(deckId)}/diagrams`);
}

/** Has the server keep what was drawn here. */
export function putDiagram(deckId: string, hash: string, body: PutDiagramBody): Promise<void> {
  return callNothing("PUT", `${deckPath(deckId)}/diagrams/${encodeURIComponent(hash)}`, { json: body });
}

export function putFits(deckId: string, body: PutFitsBody): Promise<void> {
  return callNothing("PUT", `${deckPath(deckId)}/fits`, { json: body });
}

/** The deck's own pictures, films and sounds. */
export function listFiles(deckId: string, options: CallOptions = {}): Promise<DeckFileList> {
  return callJson(deckFileListSchema, "GET", `${deckPath(deckId)}/files`, options);
}

/** The text as it is committed. */
export async function getMarkdown(deckId: string, options: CallOptions = {}): Promise<string> {
  return (await send("GET", `${deckPath(deckId)}/markdown`, options)).text();
}

// ---- files to take home

export interface ExportOptions {
  readonly notes?: boolean;
  readonly onProgress: (progress: ExportProgress) => void;
  /** Gives the file up, here and on the server; the promise then rejects with the signal's reason. */
  readonly signal: AbortSignal;
}

/** Has the server make a file, and tells how far it is. */
export async function exportDeck(deckId: string, format: ExportFormat, { notes, onProgress, signal }: ExportOptions): Promise<ReceivedFile> {
  const { body } = await send("GET", exportUrl(deckId, format, { notes, progress: true }), { signal });
  const received = body === null ? undefined : await readExportStream(body, { onProgress, signal });
  if (received === undefined) throw unreachableError(undefined);
  if (received.state === "failed") throw new ApiError(received.status, received.code, received.sentence);
  return received;
}

// ---- talks

/** Talks that were given with a deck, newest first. */
export function listTalks(deckId: string, options: CallOptions = {}): Promise<TalkList> {
  return callJson(talkListSchema, "GET", `${deckPath(deckId)}/talks`, options);
}

/** What one of them showed, when, by whom. */
export function getTalkRecord(deckId: string, talkId: string, options: CallOptions = {}): Promise<TalkRecord> {
  return callJson(talkRecordSchema, "GET", `${deckPath(deckId)}/talks/${encodeURIComponent(talkId)}`, options);
}

// ---- history

export function listVersions(deckId: string, query: ListVersionsQuery = {}, options: CallOptions = {}): Promise<VersionList> {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) parameters.set(name, String(value));
  return callJson(versionListSchema, "GET", `${deckPath(deckId)}/versions?${parameters}`, options);
}

/** Every version that has a name, newest first, however many others lie between them. */
export async function listNamedVersions(deckId: string): Promise<readonly VersionInfo[]> {
  const named: VersionInfo[] = [];
  for (let cursor: string | undefined, isMore = true; isMore;) {
    const { versions, nextCursor } = await listVersions(deckId, { named: "1", limit: maxPageSize, cursor });
    named.push(...versions);
    cursor = nextCursor ?? undefined;
    isMore = nextCursor !== null;
  }
  return named;
}

/** Keeps the text as it is now; a newest version of the same text is taken for it. */
export function keepVersion(deckId: string, body: KeepVersionBody = {}): Promise<VersionInfo> {
  return callJson(versionSchema, "POST", `${deckPath(deckId)}/versions`, { json: body });
}

/** A version with its text. */
export function getVersion(deckId: string, versionId: string, options: CallOptions = {}): Promise<VersionText> {
  return callJson(versionTextSchema, "GET", versionPath(deckId, versionId), options);
}

/** Gives a version a name; null takes it away. */
export function nameVersion(deckId: string, versionId: string, body: NameVersionBody): Promise<VersionInfo> {
  return callJson(versionSchema, "PATCH", versionPath(deckId, versionId), { json: body });
}

/** Makes the deck what it was in a version, live for co-authors. */
export async function restoreVersion(deckId: string, versionId: string): Promise<{ readonly etag: string }> {
  const response = await send("POST", `${versionPath(deckId, versionId)}/restore`);
  return { etag: response.headers.get("etag") ?? "" };
}

/** Its text, as a file to keep. */
export function versionFileUrl(deckId: string, versionId: string): string {
  return `${versionPath(deckId, versionId)}/markdown`;
}

function versionPath(deckId: string, versionId: string): string {
  return `${deckPath(deckId)}/versions/${encodeURIComponent(versionId)}`;
}

/** The address of a deck in the API. */
export function deckPath(deckId: string): string {
  return `/api/decks/${encodeURIComponent(deckId)}`;
}
