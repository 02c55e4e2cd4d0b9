import { ApiError } from "@/lib/api/api-error";

/** What a failed act says to the person at the screen. Errors of the API are sentences already; others are our fault, and the console names them. */
export function sentenceOf(error: unknown): string {
  if (error instanceof ApiError) return error.message;
  console.error(error);
  return "Something went wrong on this page. Load it again and try once more.";
}
