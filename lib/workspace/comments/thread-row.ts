import type { CommentThread, DeckComment } from "@/lib/api/comments";
import { commentIdSchema, slideIdSchema, userIdSchema, type UserId } from "@/lib/api/ids";
import { personColor } from "@/lib/collab/protocol/person-color";
import { AppError } from "@/lib/errors";
import type { Anchor, FoundAnchor } from "@/lib/workspace/comments/anchor";

/** A thread as its row has it; `threadColumnsSql` of `comment_thread t`. */
export interface ThreadRow {
  readonly id: string;
  readonly slide_id: string | null;
  readonly slide: number | null;
  readonly quote: string | null;
  readonly generation: number | null;
  readonly rel_start: Buffer | null;
  readonly rel_end: Buffer | null;
  readonly held_text: string | null;
  readonly place_in_slide: number;
  readonly occurrences: number;
  readonly resolved_at: Date | null;
  readonly resolved_by: string | null;
}

export const threadColumnsSql = `
  t.id, t.slide_id, s.position AS slide, t.quote, t.generation, t.rel_start, t.rel_end, t.held_text, t.place_in_slide, t.occurrences,
  t.resolved_at, p.name AS resolved_by`;
export const threadFromSql = "comment_thread t LEFT JOIN slide s ON s.id = t.slide_id LEFT JOIN person p ON p.id = t.resolved_by";

export interface CommentRow {
  readonly id: string;
  readonly thread_id: string;
  readonly author_id: string | null;
  readonly author_name: string | null;
  readonly body: string;
  readonly created_at: Date;
  readonly edited_at: Date | null;
}

/** What a thread's row says of its stretch; undefined where it is about none. */
export function anchorOf(row: Omit<ThreadRow, "id" | "slide" | "quote" | "resolved_at" | "resolved_by">): Anchor | undefined {
  if (row.held_text === null) return undefined;
  return {
    generation: row.generation,
    positions: row.rel_start === null || row.rel_end === null ? null : { start: row.rel_start, end: row.rel_end },
    heldText: row.held_text,
    placeInSlide: row.place_in_slide,
    occurrences: row.occurrences,
    slideId: row.slide_id,
  };
}

export interface ToThreadOptions {
  readonly comments: readonly CommentRow[];
  readonly found: FoundAnchor | undefined;
  /** What holds it now. */
  readonly positions: Anchor["positions"];
  readonly userId: UserId;
}

/** A thread as the API shows it to somebody. */
export function toThread(row: ThreadRow, { comments, found, positions, userId }: ToThreadOptions): CommentThread {
  return {
    id: commentIdSchema.parse(row.id),
    slideId: slideIdSchema.nullable().parse(row.slide_id),
    slide: row.slide,
    quote: row.quote,
    range: found === undefined ? null : { start: found.range.start, end: found.range.end },
    anchor: positions === null ? null : { start: base64(positions.start), end: base64(positions.end) },
    resolved: row.resolved_at === null ? null : { at: row.resolved_at.toISOString(), by: row.resolved_by },
    comments: comments.map((comment) => toComment(comment, userId)),
  };
}

function toComment(row: CommentRow, userId: UserId): DeckComment {
  return {
    id: commentIdSchema.parse(row.id),
    author: row.author_id === null ? null : { id: userIdSchema.parse(row.author_id), name: row.author_name ?? "", color: personColor(row.author_id) },
    isYours: row.author_id === userId,
    body: row.body,
    createdAt: row.created_at.toISOString(),
    editedAt: row.edited_at?.toISOString() ?? null,
  };
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64");
}

export function commentNotFound(): AppError {
  return new AppError("not-found", "This comment is not there any more.");
}
