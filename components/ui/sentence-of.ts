import { ApiError } from "@/lib/api/api-error";

/** What a failed act says to the person at the screen. Errors of the API are sentences already; others are our fault, and the console names them. */
export function sentenceOf(error: unknown): string {
  if (error instanceof ApiError) return error.message;
  console.error(error);
  return "Something went wrong on this page. Load it again and try once more.";
}

/** Of a file that the browser can't read: it is gone, has changed since it was chosen, or is a folder. */
export function unreadableFile(name: string): string {
  return `${name} could not be read from this device. Choose it again; of a folder, choose the files in it.`;
}
