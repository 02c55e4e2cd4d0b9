import { ApiError } from "@/lib/api/api-error";

/** What a failed act says to the person at the screen. Errors of the API are sentences already; others are our fault. */
export function sentenceOf(error: unknown): string {
  return error instanceof ApiError ? error.message : "Something went wrong on this page. Load it again and try once more.";
}
