import type { ErrorCode } from "@/lib/errors";
import { problemSchema, type Problem } from "@/lib/api/problem";

/** An answer that was an error. `message` is a sentence to show as it stands; `status` is 0 where the server was never reached. */
export class ApiError extends Error {
  override readonly name = "ApiError";

  constructor(
    readonly status: number,
    readonly code: string,
    sentence: string,
    readonly details: { readonly errors?: Problem["errors"]; readonly retryAfterS?: number } = {},
    options?: ErrorOptions,
  ) {
    super(sentence, options);
  }
}

const refusals: ReadonlySet<string> = new Set<ErrorCode>(["sign-in-needed", "forbidden", "not-found", "gone"]);

/**
 * Does the server itself say that there is nothing here for who asks? Nobody any more, no right, not there, or deleted. A
 * proxy's page with the same status says nothing: the server may be back in a moment.
 */
export function isRefusal(error: unknown): boolean {
  return error instanceof ApiError && refusals.has(error.code);
}

/** Reads an error answer; one that is no problem document (a proxy's page) gets a sentence by its status. */
export async function readApiError(response: Response): Promise<ApiError> {
  const retryAfterS = Number(response.headers.get("retry-after")) || undefined;
  const problem = problemSchema.safeParse(await readJsonAnswer(response));
  if (problem.success) {
    const { code, detail, errors } = problem.data;
    return new ApiError(response.status, code, detail, { errors, retryAfterS });
  }
  return new ApiError(response.status, "unexpected-answer", sentenceByStatus(response.status), { retryAfterS });
}

/** The server could not be reached at all. */
export function unreachableError(cause: unknown): ApiError {
  return new ApiError(0, "unreachable", "The server can't be reached. Check your connection and try again.", {}, { cause });
}

/** The answer's JSON; undefined where it is none. Throws `ApiError` where the connection broke off before its end. */
export async function readJsonAnswer(response: Response): Promise<unknown> {
  const text = await response.text().catch((cause: unknown) => {
    throw unreachableError(cause);
  });
  try {
    return JSON.parse(text);
  } catch {
    // A proxy's page: the caller says so in its own words.
    return undefined;
  }
}

const sentences: Readonly<Record<number, string>> = {
  401: "You are not signed in any more. Sign in and try again.",
  403: "You may not do this with this deck.",
  404: "This is not there, or not for you.",
  409: "Somebody changed this at the same moment. Load it again and repeat your change.",
  410: "This link was withdrawn.",
  412: "The text has changed since you loaded it. Load it again and repeat your change.",
  413: "This is too large: a deck holds up to 1 MiB of text.",
  415: "This kind of file can't be read. Use Markdown or plain text in UTF-8.",
  422: "The server could not make sense of this request.",
  429: "That was a lot at once. Wait a moment and try again.",
  501: "This is not built yet.",
  502: "The server is not answering. Try again in a moment.",
  503: "The server is not ready. Try again in a moment.",
  504: "The server took too long to answer. Try again in a moment.",
};

function sentenceByStatus(status: number): string {
  return sentences[status] ?? "Something went wrong on the server. Try again in a moment.";
}
