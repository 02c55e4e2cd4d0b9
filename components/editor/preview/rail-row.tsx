"use client";
import { memo } from "react";
import { overflowText, sourceOfSlide } from "@/components/editor/preview/overflow-text";
import { railRowPx } from "@/components/editor/preview/rail-window";
import { overflows } from "@/components/editor/session/fit-store";
import { useDeckLook, useFit, useSession, useSlide } from "@/components/editor/session/use-session";
import { SlideView } from "@/components/slides/slide-view";

interface RailRowProps {
  readonly slideKey: string;
  readonly index: number;
  readonly count: number;
  readonly isActive: boolean;
  readonly onChoose: (() => void) | undefined;
}

/** One row of the rail: number, true thumbnail, and whether the slide runs over. */
export const RailRow = memo(function RailRow({ slideKey, index, count, isActive, onChoose }: RailRowProps) {
  const session = useSession();
  const slide = useSlide(slideKey);
  const fit = useFit(slide?.hash);
  const { settings, css } = useDeckLook();
  if (slide === undefined) return null;
  const { deck } = session.live.snapshot();
  const isOver = overflows(fit);
  const name = `Slide ${index + 1}: ${slide.title === "" ? "untitled" : slide.title}`;
  return (
    <li
      className="rail-row"
      style={{ top: index * railRowPx }}
      aria-setsize={count}
      aria-posinset={index + 1}
      aria-current={isActive ? "true" : undefined}
    >
      <button
        type="button"
        className="rail-button"
        tabIndex={isActive ? 0 : -1}
        aria-label={isOver ? `${name}, runs over` : name}
        title={isOver ? overflowText(fit.screens, sourceOfSlide(deck.source, slide)) : undefined}
        onClick={() => {
          session.goToSlide(index);
          onChoose?.();
        }}
      >
        <span className="rail-number" data-over={isOver || undefined} aria-hidden="true">
          {index + 1}
        </span>
        <span className="rail-thumbnail" aria-hidden="true" inert>
          <SlideView html={session.live.html(slide)} settings={settings} css={css} fit={fit?.step} />
        </span>
      </button>
    </li>
  );
});
