"use client";
import { EyeOff } from "lucide-react";
import { memo } from "react";
import { CommentBadge } from "@/components/editor/comments/comment-badge";
import { overflowText, sourceOfSlide } from "@/components/editor/preview/overflow-text";
import { railRowPx } from "@/components/editor/preview/rail-window";
import { overflows } from "@/components/editor/session/fit-store";
import { useDeckLook, useFit, useSession, useSlide } from "@/components/editor/session/use-session";
import { ReviewMark } from "@/components/editor/review/review-mark";
import { SlideView } from "@/components/slides/slide-view";

interface RailRowProps {
  readonly slideKey: string;
  readonly index: number;
  readonly count: number;
  readonly isActive: boolean;
  /** One of several chosen together. */
  readonly isChosen: boolean;
  readonly isLifted: boolean;
}

/** One row of the rail: number, true thumbnail, whether the slide runs over and whether it is left out of the talk. */
export const RailRow = memo(function RailRow({ slideKey, index, count, isActive, isChosen, isLifted }: RailRowProps) {
  const session = useSession();
  const slide = useSlide(slideKey);
  const fit = useFit(slide?.hash);
  const { settings, css } = useDeckLook();
  if (slide === undefined) return null;
  const { deck } = session.live.snapshot();
  const isOver = overflows(fit);
  const isHidden = slide.settings.hidden;
  const name = `Slide ${index + 1}: ${slide.title === "" ? "untitled" : slide.title}`;
  const marks = [isHidden ? "hidden" : "", isOver ? "runs over" : "", isChosen ? "chosen" : ""].filter((mark) => mark !== "");
  return (
    <li
      className="rail-row"
      style={{ top: index * railRowPx }}
      data-row={index}
      data-chosen={isChosen || undefined}
      data-lifted={isLifted || undefined}
      data-hidden={isHidden || undefined}
      aria-setsize={count}
      aria-posinset={index + 1}
      aria-current={isActive ? "true" : undefined}
    >
      <button
        type="button"
        className="rail-button"
        tabIndex={isActive ? 0 : -1}
        aria-label={[name, ...marks].join(", ")}
        aria-keyshortcuts="Enter Delete H Control+D Alt+ArrowUp Alt+ArrowDown F2"
        title={isOver ? overflowText(fit.screens, sourceOfSlide(deck.source, slide)) : undefined}
      >
        <span className="rail-number" data-over={isOver || undefined} aria-hidden="true">
          {index + 1}
          {isHidden ? <EyeOff className="rail-hidden-sign" /> : null}
        </span>
        <span className="rail-thumbnail" aria-hidden="true" inert>
          <SlideView html={session.live.html(slide)} settings={settings} css={css} fit={fit?.step} />
        </span>
      </button>
      <ReviewMark position={index} />
      <CommentBadge slide={index} className="comment-badge-rail" />
    </li>
  );
});
