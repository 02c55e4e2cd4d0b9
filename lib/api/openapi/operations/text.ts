import { diagramListSchema, putDiagramBodySchema } from "@/lib/api/diagrams";
import {
  deckFileListSchema,
  deckFileSchema,
  fileNameHeader,
  missingFilesBodySchema,
  missingFilesSchema,
  renameFileBodySchema,
} from "@/lib/api/files";
import { putFitsBodySchema } from "@/lib/api/fits";
import { mergeBodySchema, mergedDeckSchema } from "@/lib/api/merge";
import { answer, done, file, json, type OperationGroup } from "@/lib/api/openapi/operation";
import { borrowedSlidesSchema, borrowSlidesBodySchema } from "@/lib/api/slides";
import { deletedSlidesSchema, restoreSlideBodySchema, slideHistorySchema } from "@/lib/api/slide-history";
import {
  keepVersionBodySchema,
  listVersionsQuerySchema,
  nameVersionBodySchema,
  versionListSchema,
  versionSchema,
  versionTextSchema,
} from "@/lib/api/versions";

const edited = answer(204, "Done; `ETag` names the new text.");

export const text: OperationGroup = {
  name: "Text and files",
  about:
    "The text is changed by the smallest edit that makes it what was sent, live for whoever writes in it. Say which text you mean by `If-Match`.",
  operations: {
    "GET /api/decks/[id]/markdown": {
      summary: "Take a deck's text",
      headers: [{ name: "If-None-Match", about: "The tag of the text that you have." }],
      scope: "read",
      answers: [file("The text; `ETag` names it.", "text/markdown"), answer(304, "You have it.")],
    },
    "PUT /api/decks/[id]/markdown": {
      summary: "Make a deck's text what you send",
      headers: [{ name: "If-Match", about: "The tag of the text that you changed: 412 where it is another by now." }],
      scope: "write",
      body: { kind: "raw", mediaTypes: ["text/markdown", "text/plain"] },
      answers: [edited, answer(412, "The text is another by now.")],
    },
    "POST /api/decks/[id]/merge": {
      summary: "Bring in a copy that was changed elsewhere",
      detail: "Three-way, by slide and then by line. Where both changed the same lines those in the deck stay, and yours become a comment there.",
      scope: "write",
      body: json(mergeBodySchema),
      answers: [answer(200, "The text with both changes; `ETag` names it.", mergedDeckSchema)],
    },
    "POST /api/decks/[id]/slides/[slideId]/split": { summary: "Split a slide at its headings", scope: "write", answers: [edited] },
    "GET /api/decks/[id]/slides/deleted": {
      summary: "List slides that are in the text no more",
      scope: "read",
      answers: [answer(200, "The slides.", deletedSlidesSchema)],
    },
    "GET /api/decks/[id]/slides/[slideId]/history": {
      summary: "See a slide's past texts",
      scope: "read",
      answers: [answer(200, "The texts, newest first.", slideHistorySchema)],
    },
    "POST /api/decks/[id]/slides/[slideId]/restore": {
      summary: "Bring a slide back as it was",
      scope: "write",
      body: json(restoreSlideBodySchema),
      answers: [edited],
    },
    "GET /api/decks/[id]/files": {
      summary: "List a deck's pictures, films and sounds",
      scope: "read",
      answers: [answer(200, "The files, by path.", deckFileListSchema)],
    },
    "POST /api/decks/[id]/files": {
      summary: "Add a picture, film or sound",
      detail: "The body is the file itself, or a form whose field `file` holds it.",
      headers: [{ name: fileNameHeader, about: "The file's name, percent-encoded." }],
      scope: "write",
      body: { kind: "raw", mediaTypes: ["application/octet-stream", "multipart/form-data"] },
      answers: [
        answer(201, "The file, with the path that the text names it by.", deckFileSchema),
        answer(200, "The deck has it already.", deckFileSchema),
      ],
    },
    "POST /api/decks/[id]/files/missing": {
      summary: "Find files that a text names and the deck has not",
      scope: "write",
      body: json(missingFilesBodySchema),
      answers: [answer(200, "Where the text names them.", missingFilesSchema)],
    },
    "PATCH /api/decks/[id]/files/[...path]": {
      summary: "Rename a file, in the text too",
      detail: "Its ending stays. Older versions of the text go on finding it under its former name.",
      scope: "write",
      body: json(renameFileBodySchema),
      answers: [answer(200, "The file; `ETag` names the new text.", deckFileSchema)],
    },
    "DELETE /api/decks/[id]/files/[...path]": { summary: "Delete a file", scope: "write", answers: [done] },
    "POST /api/decks/[id]/slides/copies": {
      summary: "Make slides of another deck fit for this one",
      detail: "Their files come along, under names that are free. The text stays as it is: write the answer where it shall stand.",
      scope: "write",
      body: json(borrowSlidesBodySchema),
      answers: [answer(200, "The slides' texts, in the order that was asked for.", borrowedSlidesSchema)],
    },
    "GET /api/decks/[id]/diagrams": {
      summary: "List a deck's drawn diagrams",
      scope: "read",
      answers: [answer(200, "The drawings.", diagramListSchema)],
    },
    "GET /api/decks/[id]/diagrams/[hash]": { summary: "Take a diagram", scope: "read", answers: [file("The drawing.", "image/svg+xml")] },
    "PUT /api/decks/[id]/diagrams/[hash]": {
      summary: "Hand in a diagram that an editor drew",
      scope: "write",
      body: json(putDiagramBodySchema),
      answers: [done],
    },
    "PUT /api/decks/[id]/fits": {
      summary: "Hand in how tight slides have to be set",
      scope: "write",
      body: json(putFitsBodySchema),
      answers: [done],
    },
    "GET /api/decks/[id]/versions": {
      summary: "List a deck's versions, newest first",
      scope: "read",
      query: listVersionsQuerySchema,
      answers: [answer(200, "A page of versions.", versionListSchema)],
    },
    "POST /api/decks/[id]/versions": {
      summary: "Keep the text as a version",
      scope: "write",
      body: json(keepVersionBodySchema),
      answers: [answer(201, "The version.", versionSchema), answer(200, "The newest version has this text, and takes the name.", versionSchema)],
    },
    "GET /api/decks/[id]/versions/[versionId]": {
      summary: "Take a version with its text",
      scope: "read",
      answers: [answer(200, "The version.", versionTextSchema)],
    },
    "PATCH /api/decks/[id]/versions/[versionId]": {
      summary: "Name a version",
      scope: "write",
      body: json(nameVersionBodySchema),
      answers: [answer(200, "The version.", versionSchema)],
    },
    "GET /api/decks/[id]/versions/[versionId]/markdown": {
      summary: "Take a version as a file",
      scope: "read",
      answers: [file("The text, as an attachment.", "text/markdown")],
    },
    "POST /api/decks/[id]/versions/[versionId]/restore": { summary: "Make the text what it was in a version", scope: "write", answers: [edited] },
  },
};
