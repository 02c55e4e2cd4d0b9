/** Codes are stable: clients and tests hold on to them. The status is what HTTP answers. */
const statusByCode = {
  "bad-request": 400,
  "sign-in-needed": 401,
  forbidden: 403,
  "not-found": 404,
  "method-not-allowed": 405,
  conflict: 409,
  gone: 410,
  stale: 412,
  "too-large": 413,
  "unsupported-media": 415,
  unprocessable: 422,
  "rate-limited": 429,
  internal: 500,
  "not-built": 501,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof statusByCode;

/**
 * An error that a user may see: a code, a sentence that says what is wrong and what to do, and a cause for the log.
 * Thrown where the rule is broken, turned into an answer once, at the edge.
 */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: ErrorCode;
  /** Seconds after which trying again makes sense, where that is known. */
  readonly retryAfterS: number | undefined;

  constructor(code: ErrorCode, sentence: string, options: { readonly cause?: unknown; readonly retryAfterS?: number } = {}) {
    super(sentence, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.retryAfterS = options.retryAfterS;
  }

  /** What the user reads. */
  get sentence(): string {
    return this.message;
  }

  get status(): number {
    return statusByCode[this.code];
  }
}
