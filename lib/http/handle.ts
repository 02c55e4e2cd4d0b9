import { z } from "zod";
import { deckIdSchema, type DeckId } from "@/lib/api/ids";
import type { TokenScope } from "@/lib/api/tokens";
import type { Session } from "@/lib/auth/session";
import { AppError } from "@/lib/errors";
import { findCaller } from "@/lib/http/caller";
import { isFreeOfForgery } from "@/lib/http/origin";
import { InvalidRequest, problemResponse, toAppError } from "@/lib/http/problem";
import { enforceRateLimit, type RateLimitName } from "@/lib/http/rate-limit";
import { requireTokenLeave, requireTokenOnDeck } from "@/lib/http/token-limits";
import { runtime as findRuntime, type Runtime } from "@/lib/runtime";
import { deckNotFound, requireRole } from "@/lib/workspace/decks/role";
import type { DeckAction, DeckRole } from "@/lib/workspace/policies";

/** What Next hands to a route beside the request. */
export interface RouteContext {
  readonly params: Promise<unknown>;
}

export type RouteHandler = (request: Request, context: RouteContext) => Promise<Response>;

interface OpenInput {
  readonly request: Request;
  readonly runtime: Runtime;
  /** The address's variable parts, unchecked. */
  readonly params: unknown;
}

export interface SignedInInput extends OpenInput {
  readonly session: Session;
}

export interface DeckInput extends SignedInInput {
  readonly deckId: DeckId;
  readonly role: DeckRole;
}

export interface RouteOptions {
  /** Counted per client address before anything else is done. */
  readonly rateLimit?: RateLimitName;
  /** The scope that a token needs for a call that is about no deck; without it such a call takes no token, but to read. */
  readonly tokenScope?: TokenScope;
  /** Takes a team's token too: the work keeps to that team. */
  readonly takesTeams?: boolean;
}

/**
 * For addresses open to everybody. Refuses forged requests, turns whatever is thrown into one problem document, and
 * logs what nobody foresaw.
 */
export function handleOpen(work: (input: OpenInput) => Promise<Response>, { rateLimit }: RouteOptions = {}): RouteHandler {
  return async (request, context) => {
    const runtime = findRuntime();
    try {
      if (!isFreeOfForgery(request, runtime.env)) {
        throw new AppError("forbidden", "This request came from a page of another site, so it was not carried out.");
      }
      if (rateLimit) await enforceRateLimit(runtime.pool, rateLimit, { headers: request.headers, nowMs: Date.now() });
      const response = await work({ request, runtime, params: await context.params });
      if (!response.headers.has("cache-control")) response.headers.set("cache-control", "no-store");
      return response;
    } catch (thrown) {
      const error = toAppError(thrown);
      if (error.code === "internal" || error.code === "unavailable") {
        runtime.log.error({ err: error.cause ?? error, method: request.method, path: new URL(request.url).pathname }, "a request failed");
      }
      return problemResponse(error, error instanceof InvalidRequest ? { errors: error.errors } : {});
    }
  };
}

/** For addresses that need somebody: a person, a guest, or a program with a token. Strangers get 401. */
export function handle(work: (input: SignedInInput) => Promise<Response>, options: RouteOptions = {}): RouteHandler {
  return handleSignedIn(async (input) => {
    requireTokenLeave(input.session, options.tokenScope ?? (input.request.method === "GET" ? "read" : undefined), options);
    return work(input);
  }, options);
}

function handleSignedIn(work: (input: SignedInInput) => Promise<Response>, options: RouteOptions): RouteHandler {
  return handleForAnybody(async ({ session, ...input }) => {
    if (!session) throw new AppError("sign-in-needed", "You are not signed in. Sign in, or start as a guest, and try again.");
    return work({ ...input, session });
  }, options);
}

/** For addresses that differ by who asks, and have an answer for strangers too. */
export function handleForAnybody(
  work: (input: OpenInput & { readonly session: Session | undefined }) => Promise<Response>,
  options: RouteOptions = {},
): RouteHandler {
  return handleOpen(async (input) => {
    const { session, setCookies } = await findCaller(input.runtime, input.request.headers);
    const response = await work({ ...input, session });
    for (const cookie of setCookies) response.headers.append("set-cookie", cookie);
    return response;
  }, options);
}

/** For addresses under `/api/decks/:id`: the person's role must allow `action`, else 404 (no right at all) or 403. */
export function handleDeck(action: DeckAction, work: (input: DeckInput) => Promise<Response>, options: RouteOptions = {}): RouteHandler {
  return handleSignedIn(async (input) => {
    const { id: deckId } = readParams(input.params, deckParamsSchema, deckNotFound());
    await requireTokenOnDeck(input.runtime, input.session, { deckId, action, method: input.request.method });
    const role = await requireRole(input.runtime, deckId, { userId: input.session.userId, action });
    return work({ ...input, deckId, role });
  }, options);
}

const deckParamsSchema = z.object({ id: deckIdSchema });

/** The address's variable parts in this shape; an address that can't exist is 404 like one that doesn't. */
export function readParams<Schema extends z.ZodType>(
  params: unknown,
  schema: Schema,
  otherwise = new AppError("not-found", "There is nothing at this address."),
): z.output<Schema> {
  const parsed = schema.safeParse(params);
  if (!parsed.success) throw otherwise;
  return parsed.data;
}
