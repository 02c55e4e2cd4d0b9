"use client";
import { useLayoutEffect, useRef } from "react";
import { attachSlide, type SlideShadow, type SlideViewSettings } from "@/components/slides/slide-shadow";

export interface SlideViewProps {
  /** A slide's section, as `lib/deck` renders it; a `<style>` before it is the deck's. */
  readonly html: string;
  readonly settings: SlideViewSettings;
  /** What assistive technology calls it; empty where the words stand beside it, then it is hidden there. */
  readonly label?: string;
  /** Shows the slide after so many presses of next; all of it where not given. */
  readonly step?: number;
  /** The deck's own CSS (`deck.css`). */
  readonly css?: string;
  /** How tight it is set, in percent, where the HTML does not say so itself. */
  readonly fit?: number;
}

/**
 * One slide, in a shadow root with its theme, scaled to the width it is given without any script. The only way a
 * slide shows inside the app. The server draws the empty box.
 */
export function SlideView({ html, settings, label = "", step, css = "", fit }: SlideViewProps) {
  const host = useRef<HTMLDivElement>(null);
  const shadow = useRef<SlideShadow>(undefined);
  const { theme, colorScheme, aspectRatio } = settings;

  useLayoutEffect(() => {
    if (host.current === null) return;
    shadow.current ??= attachSlide(host.current);
    shadow.current.style({ theme, colorScheme, aspectRatio }, { css, fit });
  }, [theme, colorScheme, aspectRatio, css, fit]);

  useLayoutEffect(() => shadow.current?.show(html, step), [html, step]);

  const name = label === "" ? { "aria-hidden": true } : { role: "group", "aria-label": label };
  return <div ref={host} {...name} style={{ aspectRatio: aspectRatio === "4:3" ? "4 / 3" : "16 / 9" }} />;
}
