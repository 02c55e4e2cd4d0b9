import { deckActsBodySchema, deckActsAnswerSchema } from "@/lib/api/deck-acts";
import { collabTokenSchema } from "@/lib/api/collab-token";
import { createDeckBodySchema, deleteDeckQuerySchema, deckListSchema, deckSchema, listDecksQuerySchema, patchDeckBodySchema } from "@/lib/api/decks";
import { exportQuerySchema } from "@/lib/api/exports";
import { importAgainBodySchema, importDeckBodySchema, importedDeckSchema, importInfoSchema, originalQuerySchema } from "@/lib/api/import";
import { answer, done, file, json, type OperationGroup } from "@/lib/api/openapi/operation";
import { slideListSchema } from "@/lib/api/slides";

export const decks: OperationGroup = {
  name: "Decks",
  about: "A deck is a text in Markdown with what belongs to it.",
  operations: {
    "GET /api/decks": {
      summary: "List decks, last edited first",
      scope: "read",
      query: listDecksQuerySchema,
      answers: [answer(200, "A page of decks.", deckListSchema)],
    },
    "POST /api/decks": { summary: "Make a deck", scope: "write", body: json(createDeckBodySchema), answers: [answer(201, "The deck.", deckSchema)] },
    "POST /api/decks/import": {
      summary: "Make a deck from the file of another tool",
      detail: "The dialect is recognised where none is named; what could not be converted comes as notices.",
      scope: "write",
      body: json(importDeckBodySchema),
      answers: [answer(201, "The deck, with the import's notices.", importedDeckSchema)],
    },
    "POST /api/decks/acts": {
      summary: "Do one thing with many decks",
      scope: "none",
      body: json(deckActsBodySchema),
      answers: [answer(200, "What came of it for each.", deckActsAnswerSchema)],
    },
    "GET /api/decks/[id]": { summary: "See a deck", scope: "read", answers: [answer(200, "The deck, without its text.", deckSchema)] },
    "PATCH /api/decks/[id]": {
      summary: "Rename a deck, or take it out of the trash",
      scope: "write",
      body: json(patchDeckBodySchema),
      answers: [answer(200, "The deck.", deckSchema)],
    },
    "DELETE /api/decks/[id]": {
      summary: "Put a deck into the trash, or delete it for good",
      scope: "publish",
      query: deleteDeckQuerySchema,
      answers: [done],
    },
    "GET /api/decks/[id]/export": {
      summary: "Take a deck as a file",
      detail:
        "Speaker notes are in it only with `notes=1`, for whoever may read them. With `progress=1` lines of JSON tell how far it is, and the file comes after the last of them.",
      scope: "read",
      query: exportQuerySchema,
      answers: [
        file(
          "The file, as an attachment.",
          "text/html",
          "text/markdown",
          "application/pdf",
          "application/vnd.openxmlformats-officedocument.presentationml.presentation",
          "application/vnd.lectern.export",
        ),
      ],
    },
    "GET /api/decks/[id]/import": {
      summary: "See what a deck was imported from",
      scope: "read",
      answers: [answer(200, "The import.", importInfoSchema)],
    },
    "POST /api/decks/[id]/import": {
      summary: "Import the original again, as another dialect",
      scope: "write",
      body: json(importAgainBodySchema),
      answers: [answer(200, "The import as it is now; `ETag` is the text's.", importInfoSchema)],
    },
    "GET /api/decks/[id]/import/original": {
      summary: "Take the file that a deck was imported from",
      scope: "read",
      query: originalQuerySchema,
      answers: [file("The file, as it came.", "text/plain")],
    },
    "GET /api/decks/[id]/collab-token": {
      summary: "Get a token for the deck's WebSocket",
      detail: "It holds for a minute. The socket speaks y-websocket's protocol with some frames more.",
      scope: "write",
      answers: [answer(200, "Address, token and role.", collabTokenSchema)],
    },
    "GET /api/decks/[id]/slides": {
      summary: "List a deck's slides with their ids",
      scope: "read",
      answers: [answer(200, "The slides.", slideListSchema)],
    },
  },
};
