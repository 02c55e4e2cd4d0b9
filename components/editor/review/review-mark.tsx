"use client";
import { Check, RefreshCw } from "lucide-react";
import { useStanding } from "@/components/editor/review/use-reviews";

/** On a slide's picture in the rail: approved as it is, or to be changed. */
export function ReviewMark({ position }: { readonly position: number }) {
  const standing = useStanding(position);
  if (standing === "none") return null;
  const Sign = standing === "approved" ? Check : RefreshCw;
  return (
    <span className="review-mark" data-standing={standing} role="img" aria-label={standing === "approved" ? "Approved" : "A change is asked for"}>
      <Sign aria-hidden="true" />
    </span>
  );
}
