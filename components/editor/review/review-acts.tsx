"use client";
import { Check, RefreshCw } from "lucide-react";
import { useState } from "react";
import { CommentForm } from "@/components/editor/comments/comment-form";
import { useSession } from "@/components/editor/session/use-session";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { sentenceOf } from "@/components/ui/sentence-of";
import { useToast } from "@/components/ui/toast";
import type { ReviewedSlide, SlideReview, Verdict } from "@/lib/api/reviews";

/** What was said of a slide as it is, and the two things to say. */
export function ReviewActs({ slide }: { readonly slide: ReviewedSlide }) {
  const { reviews: store, comments } = useSession();
  const [isAsking, setAsking] = useState(false);
  const say = useToast();
  if (store === undefined) return null;
  const mine = slide.reviews.find(({ isYours }) => isYours)?.verdict;
  const put = (verdict: Verdict | null, body?: string) =>
    store.put(slide.id, { verdict, textHash: slide.textHash, ...(body === undefined ? {} : { body }) });
  const toggle = (verdict: Verdict) =>
    void put(mine === verdict ? null : verdict).catch((error: unknown) => say(sentenceOf(error), { tone: "error" }));
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <Button size="sm" aria-pressed={mine === "approve"} className={mine === "approve" ? "text-success" : ""} onClick={() => toggle("approve")}>
          <Check aria-hidden="true" />
          {mine === "approve" ? "Approved" : "Approve"}
        </Button>
        <Button
          size="sm"
          aria-pressed={mine === "change"}
          className={mine === "change" ? "text-warning-text" : ""}
          onClick={() => (mine === "change" ? toggle("change") : setAsking(!isAsking))}
        >
          <RefreshCw aria-hidden="true" />
          {mine === "change" ? "Change asked for" : "Ask for a change"}
        </Button>
        {slide.reviews.map((review) => (
          <VerdictOf key={`${review.by} ${review.at}`} review={review} />
        ))}
        {slide.outdated > 0 ? (
          <span className="text-[12px] text-dim">{slide.outdated === 1 ? "1 verdict was" : `${slide.outdated} verdicts were`} of an older text</span>
        ) : null}
      </div>
      {isAsking ? (
        <CommentForm
          label="What is to change?"
          act="Ask for it"
          isFocused
          people={comments?.get().people ?? []}
          onCancel={() => setAsking(false)}
          onSave={async (body) => {
            await put("change", body);
            setAsking(false);
          }}
        />
      ) : null}
    </div>
  );
}

function VerdictOf({ review: { verdict, by, isYours } }: { readonly review: SlideReview }) {
  if (isYours) return null;
  return (
    <span
      className={classNames(
        "rounded-full px-2 text-[12px] leading-5",
        verdict === "approve" ? "bg-[color-mix(in_oklch,var(--success)_16%,transparent)] text-text" : "bg-warning-soft text-warning-text",
      )}
    >
      {verdict === "approve" ? `${by} approves` : `${by} asks for a change`}
    </span>
  );
}
