"use client";
import { useRef } from "react";
import { PreviewSlide } from "@/components/editor/preview/preview-slide";
import { useAnchoredScroll } from "@/components/editor/preview/use-anchored-scroll";
import { scrollerAttribute } from "@/components/editor/preview/use-is-near";
import { useDeckLook, useSlideKeys } from "@/components/editor/session/use-session";

/** The slides, one under the other. */
export function Preview() {
  const keys = useSlideKeys();
  const scroller = useRef<HTMLElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const { settings } = useDeckLook();
  useAnchoredScroll(scroller, list, keys);
  return (
    <section ref={scroller} aria-label="Slides" className="preview" tabIndex={0} {...{ [scrollerAttribute]: "" }}>
      <ol ref={list} className="preview-list" data-aspect={settings.aspectRatio}>
        {keys.map((key, index) => (
          <PreviewSlide key={key} slideKey={key} index={index} />
        ))}
      </ol>
    </section>
  );
}
