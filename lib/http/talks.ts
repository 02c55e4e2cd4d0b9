import { z } from "zod";
import { deckIdSchema, talkIdSchema, type DeckId, type TalkId, type UserId } from "@/lib/api/ids";
import type { TalkInfo } from "@/lib/api/talks";
import type { Session } from "@/lib/auth/session";
import { AppError } from "@/lib/errors";
import { handleDeck, handleForAnybody, readParams, type RouteHandler } from "@/lib/http/handle";
import { phoneOf } from "@/lib/http/phone-cookie";
import { requireTokenOnDeck } from "@/lib/http/token-limits";
import type { Runtime } from "@/lib/runtime";
import { deckNotFound, requireRole, roleOn } from "@/lib/workspace/decks/role";
import { may } from "@/lib/workspace/policies";
import type { Phone } from "@/lib/workspace/talks/phones";
import { toTalkInfo } from "@/lib/workspace/talks/talk-info";
import type { Talk } from "@/lib/workspace/talks/talk-row";

/** Who acts in a talk: a person who is signed in, or a phone that acts for one. */
export interface Presenter {
  readonly userId: UserId;
  readonly phone: Phone | undefined;
}

export interface TalkInput {
  readonly request: Request;
  readonly runtime: Runtime;
  /** The address's variable parts, unchecked. */
  readonly params: unknown;
  readonly deckId: DeckId;
  readonly talkId: TalkId;
  readonly presenter: Presenter;
}

const deckParamsSchema = z.object({ id: deckIdSchema });
const talkParamsSchema = z.object({ talkId: talkIdSchema });
const noSuchTalk = () => new AppError("not-found", "This deck has no such talk.");

/** For addresses under `/api/decks/:id/talks/:talkId`: only who is signed in and may present the deck comes in. */
export function handleTalk(work: (input: TalkInput) => Promise<Response>): RouteHandler {
  return handleDeck("drive", ({ session, ...input }) => {
    const { talkId } = readParams(input.params, talkParamsSchema, noSuchTalk());
    return work({ ...input, talkId, presenter: { userId: session.userId, phone: undefined } });
  });
}

/** The same for what moves the slides, which a paired phone may too, in its own talk. */
export function handleRemote(work: (input: TalkInput) => Promise<Response>): RouteHandler {
  return handlePresenter((input) => {
    const { talkId } = readParams(input.params, talkParamsSchema, noSuchTalk());
    if (input.presenter.phone && input.presenter.phone.talkId !== talkId) throw noSuchTalk();
    return work({ ...input, talkId });
  });
}

/** For a deck's talks as whoever may drive one sees them: people, and phones that are paired with one. */
export function handlePresenter(work: (input: Omit<TalkInput, "talkId">) => Promise<Response>): RouteHandler {
  return handleForAnybody(async ({ session, ...input }) => {
    const { id: deckId } = readParams(input.params, deckParamsSchema, deckNotFound());
    return work({ ...input, deckId, presenter: await requirePresenter(input, { deckId, session }) });
  });
}

/** Whoever may drive talks of the deck at this moment. Throws 401, 403 or 404 as for any address of the deck. */
export async function requirePresenter(
  { runtime, request }: Pick<TalkInput, "runtime" | "request">,
  { deckId, session }: { readonly deckId: DeckId; readonly session: Pick<Session, "userId" | "token"> | undefined },
): Promise<Presenter> {
  if (session) await requireTokenOnDeck(runtime, session, { deckId, action: "drive" });
  const role = session && (await roleOn(runtime, deckId, { userId: session.userId }));
  if (session && role !== undefined && may(role, "drive")) return { userId: session.userId, phone: undefined };
  // Somebody else may be signed in on the phone.
  const phone = await phoneOf(runtime, request.headers, deckId);
  if (phone) return { userId: phone.userId, phone };
  if (!session) throw new AppError("sign-in-needed", "You are not signed in, or this phone was disconnected. Scan the code at the desk again.");
  await requireRole(runtime, deckId, { userId: session.userId, action: "drive" });
  return { userId: session.userId, phone: undefined };
}

export function talkInfoFor(runtime: Runtime, talk: Talk, { userId, phone }: Presenter): Promise<TalkInfo> {
  return toTalkInfo(runtime, talk, { userId, isPhone: phone !== undefined, watchers: runtime.audience.watching(talk.deckId), now: new Date() });
}
