import { z } from "zod";
import { signInBodySchema, signUpBodySchema } from "@/lib/api/account";
import { newPasswordSchema } from "@/lib/api/account-page";
import { emailSchema } from "@/lib/api/invitations";
import { withoutEndedSession } from "@/lib/auth/ended-session";
import { withoutGuestEmails } from "@/lib/auth/guest";
import { AppError, type ErrorCode } from "@/lib/errors";
import { authOf } from "@/lib/http/auth";
import { readBytes, readJsonBody } from "@/lib/http/body";
import { handleOpen } from "@/lib/http/handle";
import { problemResponse } from "@/lib/http/problem";
import { rateLimited } from "@/lib/http/rate-limit";

/** The doors of better-auth that are open; all else of it is closed until it is needed and tested. */
const openDoors = new Set([
  "POST /sign-in/anonymous",
  "POST /sign-up/email",
  "POST /sign-in/email",
  "POST /sign-in/social",
  "GET /callback/oidc",
  "POST /sign-out",
  "GET /get-session",
  "POST /change-password",
  "POST /request-password-reset",
  "POST /reset-password",
  "POST /send-verification-email",
  "GET /verify-email",
]);

/** A path of this server: no way to another site. */
const ownPath = z
  .string()
  .max(2_000)
  .regex(/^\/(?![/\\])[^\p{Cc}\\]*$/u, "This is no path of this server.");

/** Bodies that we check ourselves, for sentences that say what to do. */
const bodies: Readonly<Record<string, z.ZodType>> = {
  "/sign-up/email": signUpBodySchema,
  "/sign-in/email": signInBodySchema,
  "/sign-in/social": z.object({ provider: z.literal("oidc"), callbackURL: ownPath, errorCallbackURL: ownPath }),
  "/request-password-reset": z.object({ email: emailSchema }),
  "/reset-password": z.object({ token: z.string().min(1).max(200), newPassword: newPasswordSchema }),
};

const maxAuthBodyBytes = 16 * 1024;

/** `/api/auth/*`: better-auth's own answers, without guests' placeholder addresses, its errors as problem documents. */
export const handleAuth = handleOpen(async ({ request, runtime }) => {
  const door = new URL(request.url).pathname.replace(/^\/api\/auth/, "");
  if (!openDoors.has(`${request.method} ${door}`)) throw new AppError("not-found", "There is no such address.");
  const auth = authOf(runtime);
  const headers = entrances.test(door) ? await withoutEndedSession(auth, request.headers) : request.headers;
  const response = await auth.handler(await checkedRequest(request, { door, headers }));
  if (response.status === 429) return problemResponse(rateLimited(Number(response.headers.get("x-retry-after")) || 60));
  const body = await response.text();
  const answer: unknown = body === "" ? null : JSON.parse(body);
  if (response.status < 400) {
    const answered = new Headers(response.headers);
    answered.delete("content-length");
    return new Response(JSON.stringify(withoutGuestEmails(answer)), { status: response.status, headers: answered });
  }
  const { code, message } = readAuthError(answer);
  return problemResponse(new AppError(statusCodes[response.status] ?? "internal", sentences[code] ?? message ?? "This did not work. Try again."));
});

/** Doors through which somebody may come in. */
const entrances = /^\/(?:sign-in|sign-up|callback|verify-email)/;

interface Checked {
  readonly door: string;
  readonly headers: Headers;
}

async function checkedRequest(request: Request, { door, headers: sent }: Checked): Promise<Request> {
  if (request.method === "GET") return new Request(request.url, { headers: sent });
  const schema = bodies[door];
  const headers = new Headers(sent);
  headers.delete("content-length");
  headers.set("content-type", "application/json");
  const body = schema
    ? JSON.stringify(await readJsonBody(request, schema))
    : new TextDecoder().decode(await readBytes(request, { maxBytes: maxAuthBodyBytes }));
  return new Request(request.url, { method: request.method, headers, body: body || "{}" });
}

function readAuthError(answer: unknown): { readonly code: string; readonly message: string | undefined } {
  if (typeof answer !== "object" || answer === null) return { code: "", message: undefined };
  return {
    code: "code" in answer && typeof answer.code === "string" ? answer.code : "",
    message: "message" in answer && typeof answer.message === "string" ? answer.message : undefined,
  };
}

const statusCodes: Readonly<Record<number, ErrorCode>> = {
  400: "bad-request",
  401: "sign-in-needed",
  403: "forbidden",
  404: "not-found",
  409: "conflict",
  413: "too-large",
  415: "unsupported-media",
  422: "unprocessable",
};

const sentences: Readonly<Record<string, string>> = {
  USER_ALREADY_EXISTS: "There is an account with this e-mail address. Sign in instead.",
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: "There is an account with this e-mail address. Sign in instead.",
  INVALID_EMAIL_OR_PASSWORD: "E-mail address or password is wrong.",
  INVALID_PASSWORD: "The password is wrong.",
  INVALID_TOKEN: "This letter was used already or is too old. Ask for another one.",
  TOKEN_EXPIRED: "This letter is too old. Ask for another one.",
  ANONYMOUS_USERS_CANNOT_SIGN_IN_AGAIN_ANONYMOUSLY: "You already are a guest in this browser.",
  FAILED_TO_CREATE_USER: "The account could not be made. Try again.",
};
