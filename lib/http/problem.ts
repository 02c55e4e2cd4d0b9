import { STATUS_CODES } from "node:http";
import type { z } from "zod";
import { problemContentType, type Problem } from "@/lib/api/problem";
import { AppError } from "@/lib/errors";

/** An error as the answer people and programs read: a sentence, a code, never a stack. */
export function problemResponse(error: AppError, { errors }: { readonly errors?: Problem["errors"] } = {}): Response {
  const problem: Problem = {
    type: "about:blank",
    title: STATUS_CODES[error.status] ?? "Error",
    status: error.status,
    detail: error.sentence,
    code: error.code,
    ...(errors === undefined ? {} : { errors }),
  };
  const headers = new Headers({ "content-type": problemContentType, "cache-control": "no-store" });
  if (error.retryAfterS !== undefined) headers.set("retry-after", String(error.retryAfterS));
  return new Response(JSON.stringify(problem), { status: error.status, headers });
}

/** A request that doesn't have the shape it needs; `errors` says where. */
export class InvalidRequest extends AppError {
  readonly errors: NonNullable<Problem["errors"]>;

  constructor(error: z.ZodError) {
    const errors = error.issues.map((issue) => ({ path: issue.path.join("."), message: sentenceOf(issue) }));
    const first = errors[0];
    super(
      "unprocessable",
      first === undefined ? "This request is not right." : first.path === "" ? first.message : `${first.path}: ${first.message}`,
    );
    this.errors = errors;
  }
}

/** zod's own words for a field that nobody knows, and for a value of another kind, are no sentences. */
function sentenceOf(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_type" && issue.message.startsWith("Invalid input: expected")) return wrongKind(issue);
  if (issue.code !== "unrecognized_keys") return issue.message;
  const names = issue.keys.map((key) => `"${key}"`).join(", ");
  return issue.keys.length === 1 ? `There is no field ${names}.` : `There are no fields ${names}.`;
}

const kinds = new Map([
  ["string", "text"],
  ["number", "a number"],
  ["int", "a whole number"],
  ["boolean", "true or false"],
  ["array", "a list"],
  ["object", "an object"],
]);

function wrongKind({ expected, message }: z.core.$ZodIssueInvalidType): string {
  const kind = kinds.get(expected) ?? `of the kind ${expected}`;
  return message.endsWith("received undefined") ? `This is missing. It must be ${kind}.` : `This must be ${kind}.`;
}

/** Any error as an `AppError`: what nobody foresaw becomes one plain sentence, its cause kept for the log. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (isUnreachableDatabase(error)) {
    return new AppError("unavailable", "The server can't reach its database at the moment. Try again shortly; nothing you wrote is lost.", {
      cause: error,
      retryAfterS: 2,
    });
  }
  return new AppError("internal", "Something went wrong on the server. Try again; if it stays, tell whoever runs it.", { cause: error });
}

/** Node's codes of a refused or broken connection, and Postgres' classes 08 (connection) and 57P (going down). */
function isUnreachableDatabase(error: unknown): boolean {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return false;
  return /^(ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT|08\w{3}|57P\d\d|P1001|P1017)$/.test(error.code);
}
