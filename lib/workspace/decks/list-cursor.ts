import { z } from "zod";
import { AppError } from "@/lib/errors";
import type { ListOrder } from "@/lib/workspace/decks/list-sources";

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
  return Buffer.from(JSON.stringify([key, id])).toString("base64url");
}

/** Throws 422 for what no page of this order ended with. */
export function readListCursor(text: string, type: ListOrder["type"]): ListCursor {
  const cursor = cursorSchemas[type].safeParse(parse(Buffer.from(text, "base64url").toString("utf8")));
  if (cursor.success) return { key: cursor.data[0], id: cursor.data[1] };
  throw new AppError("unprocessable", "This page of the list does not exist. Start again from the first one.");
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
