import { z } from "zod";
import { readPageCursor, writePageCursor } from "@/lib/db/page-cursor";

/** The deck that a page of what was found ended with, by all that orders them; numbers and times as Postgres writes them. */
export interface SearchCursor {
  readonly isNamed: boolean;
  readonly best: string;
  readonly lastEditedAt: string;
  readonly id: string;
}

const cursorSchema = z.tuple([
  z.boolean(),
  z.string().regex(/^\d{1,3}(\.\d{1,20})?(e-\d{1,2})?$/),
  z.string().regex(/^\d{4,6}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?[+-]\d\d(:\d\d){0,2}$/),
  z.uuid(),
]);

export function writeSearchCursor({ isNamed, best, lastEditedAt, id }: SearchCursor): string {
  return writePageCursor([isNamed, best, lastEditedAt, id]);
}

/** Throws 422 for what no page of a search ended with. */
export function readSearchCursor(text: string): SearchCursor {
  const [isNamed, best, lastEditedAt, id] = readPageCursor(text, cursorSchema);
  return { isNamed, best, lastEditedAt, id };
}
