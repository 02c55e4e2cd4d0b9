import { deckPath } from "@/lib/api/client";
import {
  commentListSchema,
  commentThreadSchema,
  importedCommentsSchema,
  type CommentList,
  type CommentThread,
  type CreateCommentBody,
  type PatchCommentBody,
  type ReplyBody,
} from "@/lib/api/comments";
import {
  inboxCountSchema,
  inboxSchema,
  watchSchema,
  type Inbox,
  type InboxCount,
  type ListInboxQuery,
  type PatchInboxItemBody,
  type Watch,
} from "@/lib/api/inbox";
import type { TakenComments } from "@/lib/api/comments-file";
import { callJson, callNothing, type CallOptions } from "@/lib/api/transport";

/** Comments and the inbox as functions, as `lib/api/client.ts` has the rest. */

export function listComments(deckId: string, options: CallOptions = {}): Promise<CommentList> {
  return callJson(commentListSchema, "GET", `${deckPath(deckId)}/comments`, options);
}

/** Begins a conversation. */
export function createComment(deckId: string, body: CreateCommentBody): Promise<CommentThread> {
  return callJson(commentThreadSchema, "POST", `${deckPath(deckId)}/comments`, { json: body });
}

export function replyToComment(deckId: string, commentId: string, body: ReplyBody): Promise<CommentThread> {
  return callJson(commentThreadSchema, "POST", `${commentPath(deckId, commentId)}/replies`, { json: body });
}

/** Other words for one's own comment; or its conversation is done with, or open again. */
export function patchComment(deckId: string, commentId: string, body: PatchCommentBody): Promise<CommentThread> {
  return callJson(commentThreadSchema, "PATCH", commentPath(deckId, commentId), { json: body });
}

/** Adds what was said of another deck: each at its words, as far as this one has them. */
export async function importComments(deckId: string, comments: TakenComments): Promise<void> {
  await callJson(importedCommentsSchema, "POST", `${deckPath(deckId)}/comments/import`, { json: comments });
}

/** With a conversation's first comment all of it goes. */
export function deleteComment(deckId: string, commentId: string): Promise<void> {
  return callNothing("DELETE", commentPath(deckId, commentId));
}

/** What I hear of a deck's comments. */
export function getWatch(deckId: string): Promise<Watch> {
  return callJson(watchSchema, "GET", `${deckPath(deckId)}/watch`);
}

export function putWatch(deckId: string, body: Watch): Promise<Watch> {
  return callJson(watchSchema, "PUT", `${deckPath(deckId)}/watch`, { json: body });
}

export function listInbox(query: ListInboxQuery = {}): Promise<Inbox> {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) parameters.set(name, String(value));
  return callJson(inboxSchema, "GET", `/api/inbox?${parameters}`);
}

export function countInbox(options: CallOptions = {}): Promise<InboxCount> {
  return callJson(inboxCountSchema, "GET", "/api/inbox/count", options);
}

/** I have looked at all of it. */
export function markInboxSeen(): Promise<void> {
  return callNothing("POST", "/api/inbox/seen");
}

export function patchInboxItem(itemId: string, body: PatchInboxItemBody): Promise<void> {
  return callNothing("PATCH", `/api/inbox/${encodeURIComponent(itemId)}`, { json: body });
}

function commentPath(deckId: string, commentId: string): string {
  return `${deckPath(deckId)}/comments/${encodeURIComponent(commentId)}`;
}
