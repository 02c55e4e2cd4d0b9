import { z } from "zod";
import { commentIdSchema, slideIdSchema, userIdSchema } from "@/lib/api/ids";
import { maxCommentLength, maxCommentsPerThread, maxQuoteLength, maxThreadsPerDeck } from "@/lib/api/limits";

/** What somebody says: plain text of one or more lines. `@Name` speaks to a person of the deck. */
export const commentBodySchema = z
  .string()
  .max(maxCommentLength, `A comment may have up to ${maxCommentLength.toLocaleString("en-GB")} characters.`)
  .transform((body) => body.replace(/\r\n?/g, "\n").trim())
  .refine((body) => body !== "", "A comment needs at least one character.")
  .refine((body) => !/[^\P{Cc}\n\t]/u.test(body), "A comment is text: it can't hold control characters.");

/** UTF-16 offsets in the deck's text. */
export const textRangeSchema = z.strictObject({ start: z.int().min(0), end: z.int().min(0) });

/** The same as Yjs relative positions, in base64: where they were made the text may be ahead of the server's. */
const anchorSchema = z.strictObject({ start: z.base64().max(200), end: z.base64().max(200) });

/**
 * `POST /api/decks/:id/comments` → 201 with the thread. `range` is what it is about, `quote` the text that the sender sees
 * there: where the text has changed since, the quote counts. `at` is an offset in the slide that it is about. With none of
 * them it is about the deck.
 */
export const createCommentBodySchema = z
  .strictObject({
    body: commentBodySchema,
    range: textRangeSchema.optional(),
    quote: z.string().min(1).max(maxQuoteLength).optional(),
    anchor: anchorSchema.optional(),
    at: z.int().min(0).optional(),
  })
  .refine(({ range }) => range === undefined || range.end > range.start, {
    message: "A range needs at least one character: its end is behind its start.",
    path: ["range"],
  })
  .refine(({ range }) => range === undefined || range.end - range.start <= maxQuoteLength, {
    message: `A comment is about up to ${maxQuoteLength.toLocaleString("en-GB")} characters. Comment on a shorter stretch, or on the whole slide.`,
    path: ["range"],
  })
  .refine(({ range, quote, anchor }) => range !== undefined || (quote === undefined && anchor === undefined), {
    message: "A quote and an anchor belong to a range.",
    path: ["range"],
  });
export type CreateCommentBody = z.input<typeof createCommentBodySchema>;

/** `POST …/comments/:commentId/replies` → 201 with the thread. */
export const replyBodySchema = z.strictObject({ body: commentBodySchema });
export type ReplyBody = z.input<typeof replyBodySchema>;

/** `PATCH …/comments/:commentId`: other words (one's own comment), or resolved and open again (the thread's). */
export const patchCommentBodySchema = z
  .strictObject({ body: commentBodySchema.optional(), resolved: z.boolean().optional() })
  .refine(({ body, resolved }) => body !== undefined || resolved !== undefined, { message: "There is nothing to change in this request." });
export type PatchCommentBody = z.input<typeof patchCommentBodySchema>;

/** Somebody of the deck; the name is empty for a guest without one. */
const personSchema = z.object({ id: userIdSchema, name: z.string(), color: z.string() });

const commentSchema = z.object({
  id: commentIdSchema,
  /** Null where that person's account is gone. */
  author: personSchema.nullable(),
  isYours: z.boolean(),
  body: z.string(),
  createdAt: z.iso.datetime(),
  editedAt: z.iso.datetime().nullable(),
});
export type DeckComment = z.infer<typeof commentSchema>;
export type CommentPerson = z.infer<typeof personSchema>;

/** A conversation; its id is that of its first comment. */
export const commentThreadSchema = z.object({
  id: commentIdSchema,
  /** The slide that it belongs to; null where it is about the deck. */
  slideId: slideIdSchema.nullable(),
  /** From 0: where that slide is, or was. */
  slide: z.int().nullable(),
  /** The words that it was about when it began; null where it is about a slide or the deck. */
  quote: z.string().nullable(),
  /** Where they are in the text at this moment; null where they are gone. */
  range: textRangeSchema.nullable(),
  /** The same as Yjs relative positions. */
  anchor: anchorSchema.nullable(),
  resolved: z.object({ at: z.iso.datetime(), by: z.string().nullable() }).nullable(),
  /** In the order in which they were said. */
  comments: z.array(commentSchema),
});
export type CommentThread = z.infer<typeof commentThreadSchema>;

/**
 * `POST /api/decks/:id/comments/import`, with what `GET …/comments` of another deck (or of this one, before) answered → how
 * many there are now. So comments travel with a deck's text: each finds its words by their quote, in the slide of the same
 * number first.
 */
export const importCommentsBodySchema = z.object({
  threads: z
    .array(
      z.object({
        slide: z.int().min(0).nullable(),
        quote: z.string().min(1).max(maxQuoteLength).nullable(),
        range: textRangeSchema.nullable(),
        resolved: z.object({ at: z.iso.datetime() }).nullable(),
        comments: z
          .array(
            z.object({
              author: z.object({ id: userIdSchema, name: z.string().max(200) }).nullable(),
              body: commentBodySchema,
              createdAt: z.iso.datetime(),
            }),
          )
          .min(1)
          .max(maxCommentsPerThread),
      }),
    )
    .max(maxThreadsPerDeck),
});
/** Its answer. */
export const importedCommentsSchema = z.object({ threads: z.int() });
export type ImportCommentsBody = z.output<typeof importCommentsBodySchema>;

/** `GET /api/decks/:id/comments`: all threads, the resolved ones too, in the order of the text. */
export const commentListSchema = z.object({
  threads: z.array(commentThreadSchema),
  /** Whom a comment can speak to. */
  people: z.array(personSchema),
});
export type CommentList = z.infer<typeof commentListSchema>;
