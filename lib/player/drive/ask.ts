import { isRecord } from "@/lib/player/live/record";

/** What became of a request. */
export type Answer =
  | { readonly state: "done"; readonly data: unknown }
  /** The server has a reason, in a sentence. */
  | { readonly state: "refused"; readonly status: number; readonly sentence: string }
  /** No network, or a server that can't answer for now: worth another try. */
  | { readonly state: "away" };

/** A question that takes longer hangs on a network that is gone, and is better asked again. An act is left to arrive. */
const answerMs = 5_000;

/** Asks the server's API with JSON. */
export async function ask(method: "GET" | "POST" | "DELETE", url: string, body?: Readonly<Record<string, unknown>>): Promise<Answer> {
  try {
    const response = await fetch(url, {
      method,
      cache: "no-store",
      // What was asked for as the page went still arrives.
      keepalive: method !== "GET",
      ...(method === "GET" ? { signal: AbortSignal.timeout(answerMs) } : {}),
      headers: { accept: "application/json", ...(body ? { "content-type": "application/json" } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (response.status >= 500 || response.status === 429) return { state: "away" };
    const text = await response.text();
    const data: unknown = text === "" ? undefined : JSON.parse(text);
    if (response.ok) return { state: "done", data };
    const sentence = isRecord(data) && typeof data.detail === "string" ? data.detail : "The server didn't take that. Load the page again.";
    return { state: "refused", status: response.status, sentence };
  } catch (error) {
    if (error instanceof TypeError || error instanceof SyntaxError || error instanceof DOMException) return { state: "away" };
    throw error;
  }
}
