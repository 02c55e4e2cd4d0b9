import {
  commentListSchema,
  commentThreadSchema,
  createCommentBodySchema,
  importCommentsBodySchema,
  importedCommentsSchema,
  patchCommentBodySchema,
  replyBodySchema,
} from "@/lib/api/comments";
import { inboxCountSchema, inboxSchema, listInboxQuerySchema, patchInboxItemBodySchema, watchSchema } from "@/lib/api/inbox";
import { putReviewBodySchema, reviewListSchema } from "@/lib/api/reviews";
import { answer, done, json, type OperationGroup } from "@/lib/api/openapi/operation";

export const comments: OperationGroup = {
  name: "Comments",
  about: "Conversations about a stretch of the text, a slide or the deck. They stay with their words whatever becomes of the text around.",
  operations: {
    "GET /api/decks/[id]/comments": {
      summary: "List a deck's conversations",
      scope: "write",
      answers: [answer(200, "The threads.", commentListSchema)],
    },
    "POST /api/decks/[id]/comments": {
      summary: "Begin a conversation",
      scope: "write",
      body: json(createCommentBodySchema),
      answers: [answer(201, "The thread.", commentThreadSchema)],
    },
    "PATCH /api/decks/[id]/comments/[commentId]": {
      summary: "Change a comment, resolve or open its conversation",
      scope: "write",
      body: json(patchCommentBodySchema),
      answers: [answer(200, "The thread.", commentThreadSchema)],
    },
    "DELETE /api/decks/[id]/comments/[commentId]": { summary: "Delete a comment", scope: "write", answers: [done] },
    "POST /api/decks/[id]/comments/[commentId]/replies": {
      summary: "Reply",
      scope: "write",
      body: json(replyBodySchema),
      answers: [answer(201, "The thread.", commentThreadSchema)],
    },
    "POST /api/decks/[id]/comments/import": {
      summary: "Bring the conversations of another deck along",
      scope: "write",
      body: json(importCommentsBodySchema),
      answers: [answer(201, "How many came.", importedCommentsSchema)],
    },
    "GET /api/decks/[id]/watch": {
      summary: "See what of a deck reaches your inbox",
      scope: "write",
      answers: [answer(200, "The level.", watchSchema)],
    },
    "PUT /api/decks/[id]/watch": {
      summary: "Say what of a deck reaches your inbox",
      scope: "write",
      body: json(watchSchema),
      answers: [answer(200, "The level.", watchSchema)],
    },
    "GET /api/decks/[id]/reviews": {
      summary: "See what reviewers said of each slide",
      scope: "write",
      answers: [answer(200, "The reviews.", reviewListSchema)],
    },
    "PUT /api/decks/[id]/slides/[slideId]/review": {
      summary: "Approve a slide, or ask for a change",
      scope: "write",
      body: json(putReviewBodySchema),
      answers: [answer(200, "The reviews.", reviewListSchema)],
    },
    "GET /api/inbox": {
      summary: "List what was said to you",
      scope: "read",
      query: listInboxQuerySchema,
      answers: [answer(200, "A page of it.", inboxSchema)],
    },
    "GET /api/inbox/count": { summary: "Count what you have not seen", scope: "read", answers: [answer(200, "The count.", inboxCountSchema)] },
    "POST /api/inbox/seen": { summary: "Mark all as seen", scope: "none", answers: [done] },
    "PATCH /api/inbox/[itemId]": { summary: "Mark something as handled", scope: "none", body: json(patchInboxItemBodySchema), answers: [done] },
  },
};
