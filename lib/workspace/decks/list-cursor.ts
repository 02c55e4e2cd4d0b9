import { z } from "zod";
import type { ListOrder } from "@/lib/workspace/decks/list-sources";
import { readPageCursor, writePageCursor } from "@/lib/db/page-cursor";

/**
 * Where the last page ended, as Postgres writes it: what changes meanwhile moves to another place, and can't shift the pages
 * behind this one.
 */
export interface ListCursor {
  readonly key: string;
  readonly id: string;
}

const cursorSchemas = {
  timestamptz: z.tuple([z.string().regex(/^\d{4,6}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?[+-]\d\d(:\d\d){0,2}$/), z.uuid()]),
  text: z.tuple([z.string().max(500), z.uuid()]),
} as const satisfies Readonly<Record<ListOrder["type"], z.ZodType>>;

export function writeListCursor({ key, id }: ListCursor): string {
  return writePageCursor([key, id]);
}

/** Throws 422 for what no page of this order ended with. */
export function readListCursor(text: string, type: ListOrder["type"]): ListCursor {
  const [key, id] = readPageCursor<readonly [string, string]>(text, cursorSchemas[type]);
  return { key, id };
}
