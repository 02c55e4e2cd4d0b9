"use client";
import { EyeOff } from "lucide-react";
import { memo, useRef } from "react";
import { CommentBadge } from "@/components/editor/comments/comment-badge";
import { overflowBadge, overflowText, sourceOfSlide } from "@/components/editor/preview/overflow-text";
import { findSourceLine } from "@/components/editor/preview/source-place";
import { useIsNear } from "@/components/editor/preview/use-is-near";
import { useDeckLook, useFit, useIsActive, useSession, useSlide } from "@/components/editor/session/use-session";
import { overflows } from "@/components/editor/session/fit-store";
import { SlideView } from "@/components/slides/slide-view";

/** Drawn by the server and on first paint; the others when they come near. */
const slidesOnFirstPaint = 3;

interface PreviewSlideProps {
  readonly slideKey: string;
  readonly index: number;
}

/**
 * One slide of the preview: patched by itself when its own text changes. Its box has the canvas's shape before the
 * slide is drawn, so nothing moves when it comes into sight.
 */
export const PreviewSlide = memo(function PreviewSlide({ slideKey, index }: PreviewSlideProps) {
  const session = useSession();
  const slide = useSlide(slideKey);
  const isActive = useIsActive(slideKey);
  const fit = useFit(slide?.hash);
  const { settings, css } = useDeckLook();
  // While a slide is typed into, its last step holds until the new text is measured: it would jump at every key.
  const latestStep = useRef<number>(undefined);
  const box = useRef<HTMLLIElement>(null);
  const isNear = useIsNear(box, index < slidesOnFirstPaint);
  if (slide === undefined) return null;
  if (fit !== undefined) latestStep.current = fit.step;
  const { deck } = session.live.snapshot();
  const isHidden = slide.settings.hidden;
  const label = `Slide ${index + 1}${slide.title === "" ? "" : `: ${slide.title}`}${isHidden ? ", hidden" : ""}`;

  return (
    <li
      ref={box}
      className="preview-slide"
      data-active={isActive || undefined}
      data-hidden={isHidden || undefined}
      data-index={index}
      aria-current={isActive ? "true" : undefined}
    >
      <div
        className="preview-slide-sheet"
        onClick={() => session.caret.quietly(() => session.goToSlide(index))}
        onDoubleClick={(event) => {
          const now = session.live.snapshot().deck;
          const current = now.slides[index];
          if (current === undefined) return;
          const offset = findSourceLine(now.source, current.range, clickedText(event.nativeEvent));
          session.caret.quietly(() => session.goToSlide(index, { focus: true, offset }));
        }}
      >
        {isNear ? (
          <SlideView html={session.live.html(slide)} settings={settings} css={css} fit={fit?.step ?? latestStep.current} label={label} />
        ) : null}
      </div>
      <span className="preview-slide-number" aria-hidden="true">
        {index + 1}
      </span>
      <CommentBadge slide={index} className="comment-badge-slide" />
      {isHidden ? (
        <span className="preview-slide-hidden">
          <EyeOff aria-hidden="true" /> Left out of the talk
        </span>
      ) : null}
      {overflows(fit) ? (
        <span className="preview-slide-overflow" title={overflowText(fit.screens, sourceOfSlide(deck.source, slide))}>
          {overflowBadge(fit.screens)}
        </span>
      ) : null}
    </li>
  );
});

/** The words of the innermost block that was clicked inside the slide's shadow root. */
function clickedText(event: Event): string {
  for (const target of event.composedPath()) {
    if (!(target instanceof Element)) continue;
    const block = target.closest("li, p, h1, h2, h3, h4, h5, h6, td, th, dt, dd, figcaption, .line, pre");
    if (block !== null) return block.textContent ?? "";
    if (target.localName === "section") break;
  }
  return "";
}
