import type { z } from "zod";
import { ApiError, readApiError, readJsonAnswer, unreachableError } from "@/lib/api/api-error";

export interface CallOptions {
  /** Gives the call up; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

interface SendOptions extends CallOptions {
  /** Sent as JSON. */
  readonly json?: unknown;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** One request to our own server. Throws `ApiError` for an error answer and for no answer. */
export async function send(method: Method, path: string, { json, body, headers, signal }: SendOptions = {}): Promise<Response> {
  const response = await fetch(path, {
    method,
    credentials: "same-origin",
    cache: "no-store",
    headers: json === undefined ? { ...headers } : { "content-type": "application/json", ...headers },
    body: json === undefined ? body : JSON.stringify(json),
    signal,
  }).catch((cause: unknown) => {
    if (signal?.aborted) throw signal.reason;
    throw unreachableError(cause);
  });
  if (!response.ok) throw await readApiError(response);
  return response;
}

/** A call that answers with JSON of a known shape. */
export async function callJson<Schema extends z.ZodType>(
  schema: Schema,
  method: Method,
  path: string,
  options: SendOptions = {},
): Promise<z.output<Schema>> {
  return readJson(schema, await send(method, path, options));
}

/** The answer's JSON in its shape. What is no JSON has no shape either, and is told in the same words. */
export async function readJson<Schema extends z.ZodType>(schema: Schema, response: Response): Promise<z.output<Schema>> {
  const answer = schema.safeParse(await readJsonAnswer(response));
  if (answer.success) return answer.data;
  throw new ApiError(
    response.status,
    "unexpected-answer",
    "The server answered in a way this page doesn't know. Load the page again.",
    {},
    {
      cause: answer.error,
    },
  );
}

/** A call whose answer carries nothing to read. */
export async function callNothing(method: Method, path: string, options: SendOptions = {}): Promise<void> {
  await send(method, path, options);
}
