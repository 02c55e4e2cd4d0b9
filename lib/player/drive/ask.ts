import { fetchSoon } from "@/lib/player/live/fetch-soon";
import { isRecord } from "@/lib/player/live/record";

/** What became of a request. */
export type Answer =
  | { readonly state: "done"; readonly data: unknown }
  /** The server has a reason, in a sentence. */
  | { readonly state: "refused"; readonly status: number; readonly sentence: string }
  /** No network, or a server that can't answer for now: worth another try. */
  | { readonly state: "away" };

/** Asks the server's API with JSON. A question that hangs is better asked again; an act is left to arrive. */
export async function ask(method: "GET" | "POST" | "DELETE", url: string, body?: Readonly<Record<string, unknown>>): Promise<Answer> {
  const init: RequestInit = {
    method,
    cache: "no-store",
    // What was asked for as the page went still arrives.
    ...(method === "GET" ? {} : { keepalive: true, signal: null }),
    headers: { accept: "application/json", ...(body ? { "content-type": "application/json" } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  };
  return (await fetchSoon(url, init, readAnswer)) ?? { state: "away" };
}

async function readAnswer(response: Response): Promise<Answer> {
  if (response.status >= 500 || response.status === 429) return { state: "away" };
  const text = await response.text();
  const data: unknown = text === "" ? undefined : JSON.parse(text);
  if (response.ok) return { state: "done", data };
  // Without the server's code it is of something in between: a proxy says 404 too while nothing is behind it.
  if (!isRecord(data) || typeof data.code !== "string" || typeof data.detail !== "string") return { state: "away" };
  return { state: "refused", status: response.status, sentence: data.detail };
}
