import { deckPath } from "@/lib/api/client";
import { reviewListSchema, type PutReviewBody, type ReviewList } from "@/lib/api/reviews";
import { deletedSlidesSchema, slideHistorySchema, type DeletedSlides, type RestoreSlideBody, type SlideHistory } from "@/lib/api/slide-history";
import { slideListSchema, type DeckSlides } from "@/lib/api/slides";
import { callJson, callNothing, type CallOptions } from "@/lib/api/transport";

/** One slide's history and reviews as functions, as `lib/api/client.ts` has the rest. */

/** The slides of the text that settled last, by their ids. */
export function listDeckSlides(deckId: string, options: CallOptions = {}): Promise<DeckSlides> {
  return callJson(slideListSchema, "GET", `${deckPath(deckId)}/slides`, options);
}

export function getSlideHistory(deckId: string, slideId: string, options: CallOptions = {}): Promise<SlideHistory> {
  return callJson(slideHistorySchema, "GET", `${slidePath(deckId, slideId)}/history`, options);
}

/** Brings back a text of one slide, live for co-authors; nothing else of the deck changes. */
export function restoreSlide(deckId: string, slideId: string, body: RestoreSlideBody = {}): Promise<void> {
  return callNothing("POST", `${slidePath(deckId, slideId)}/restore`, { json: body });
}

export function listDeletedSlides(deckId: string, options: CallOptions = {}): Promise<DeletedSlides> {
  return callJson(deletedSlidesSchema, "GET", `${deckPath(deckId)}/slides/deleted`, options);
}

/** What people say of each slide as it is now. */
export function listReviews(deckId: string, options: CallOptions = {}): Promise<ReviewList> {
  return callJson(reviewListSchema, "GET", `${deckPath(deckId)}/reviews`, options);
}

export function putReview(deckId: string, slideId: string, body: PutReviewBody): Promise<ReviewList> {
  return callJson(reviewListSchema, "PUT", `${slidePath(deckId, slideId)}/review`, { json: body });
}

function slidePath(deckId: string, slideId: string): string {
  return `${deckPath(deckId)}/slides/${encodeURIComponent(slideId)}`;
}
