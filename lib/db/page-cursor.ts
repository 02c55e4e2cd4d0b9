import type { z } from "zod";
import { AppError } from "@/lib/errors";

/** Where a page of a list ended, as whoever asks hands it back: to them it is one word. */
export function writePageCursor(place: readonly (string | boolean)[]): string {
  return Buffer.from(JSON.stringify(place)).toString("base64url");
}

/** Throws 422 for what no page of this list ended with. */
export function readPageCursor<Place>(text: string, schema: z.ZodType<Place>): Place {
  const place = schema.safeParse(parse(Buffer.from(text, "base64url").toString("utf8")));
  if (place.success) return place.data;
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
