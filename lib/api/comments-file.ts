import type { z } from "zod";
import { importCommentsBodySchema, type CommentList } from "@/lib/api/comments";
import { deckFileName } from "@/lib/api/exports";
import { parseJson } from "@/lib/api/parse-json";

/** What was said of a deck, on its way to another one. */
export type TakenComments = z.input<typeof importCommentsBodySchema>;

/** The name of the file that holds what was said of a deck: `docker-2014.comments.json` beside `docker-2014.md`. */
export function commentsFileName(title: string): string {
  return deckFileName(title, "md").replace(/md$/, "comments.json");
}

/** A deck's conversations as such a file: what another deck needs of them. */
export function writeCommentsFile({ threads }: Pick<CommentList, "threads">): string {
  return JSON.stringify(importCommentsBodySchema.parse({ threads }), null, 2);
}

/** What such a file holds; undefined for any other text. */
export function readCommentsFile(text: string): TakenComments | undefined {
  const read = importCommentsBodySchema.safeParse(parseJson(text));
  return read.success ? read.data : undefined;
}
