"use client";
import { useSyncExternalStore } from "react";
import { useSession } from "@/components/editor/session/use-session";
import type { ReviewedSlide } from "@/lib/api/reviews";

const none: readonly ReviewedSlide[] = [];
const nothing = () => none;
const noSubscription = () => () => undefined;

/** What people say of each slide. */
export function useReviews(): readonly ReviewedSlide[] {
  const { reviews } = useSession();
  const get = reviews?.get ?? nothing;
  return useSyncExternalStore(reviews?.subscribe ?? noSubscription, get, get);
}

export type Standing = "approved" | "change" | "none";

/** What a slide's verdicts add up to: somebody who asks for a change counts before all who approve. */
export function standingOf(slide: ReviewedSlide | undefined): Standing {
  if (slide === undefined || slide.reviews.length === 0) return "none";
  return slide.reviews.some(({ verdict }) => verdict === "change") ? "change" : "approved";
}

/** Where one slide stands; renders anew only when that changes. */
export function useStanding(position: number): Standing {
  const { reviews } = useSession();
  const standing = () => standingOf(reviews?.get()[position]);
  return useSyncExternalStore(reviews?.subscribe ?? noSubscription, standing, standing);
}
