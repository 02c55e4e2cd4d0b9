import { z } from "zod";
import { talkIdSchema, type TalkId, type UserId } from "@/lib/api/ids";
import type { TalkInfo } from "@/lib/api/talks";
import { AppError } from "@/lib/errors";
import { handleDeck, readParams, type DeckInput, type RouteHandler } from "@/lib/http/handle";
import type { Runtime } from "@/lib/runtime";
import { toTalkInfo } from "@/lib/workspace/talks/talk-info";
import type { Talk } from "@/lib/workspace/talks/talk-row";

export interface TalkInput extends DeckInput {
  readonly talkId: TalkId;
}

const paramsSchema = z.object({ talkId: talkIdSchema });

/** For addresses under `/api/decks/:id/talks/:talkId`: only who may present the deck comes in. */
export function handleTalk(work: (input: TalkInput) => Promise<Response>): RouteHandler {
  return handleDeck("drive", (input) => {
    const { talkId } = readParams(input.params, paramsSchema, new AppError("not-found", "This deck has no such talk."));
    return work({ ...input, talkId });
  });
}

export function talkInfoFor(runtime: Runtime, talk: Talk, userId: UserId): Promise<TalkInfo> {
  return toTalkInfo(runtime, talk, { userId, watching: runtime.audience.watching(talk.deckId), now: new Date() });
}
