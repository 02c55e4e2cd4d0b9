"use client";
import { useEffect, useLayoutEffect, useRef, type RefObject } from "react";
import { scrollIntoViewTop } from "@/components/editor/preview/rail-window";
import { restoreAnchor, takeAnchor, type ScrollAnchor, type SlideBoxes } from "@/components/editor/preview/scroll-anchor";
import { usePreferences, useSession } from "@/components/editor/session/use-session";

/** Air between the slide under the caret and the edge it was brought to. */
const followMarginPx = 20;

/**
 * Keeps the preview still while slides come and go above what is being read, and brings the slide under the caret into
 * view when this person moved the caret. Co-authors' edits never scroll anyone (users.md 13).
 */
export function useAnchoredScroll(scroller: RefObject<HTMLElement | null>, list: RefObject<HTMLElement | null>, keys: readonly string[]): void {
  const session = useSession();
  const [{ followCaret }] = usePreferences();
  const anchor = useRef<ScrollAnchor | undefined>(undefined);
  const drawnKeys = useRef(keys);

  // Remember what stands at the top, as the person scrolls and as the pane changes its width.
  useEffect(() => {
    const view = scroller.current;
    const rows = list.current;
    if (view === null || rows === null) return undefined;
    let boxes = boxesOf(rows);
    const remember = () => {
      anchor.current = takeAnchor(drawnKeys.current, view.scrollTop, boxesOf(rows));
    };
    const resized = new ResizeObserver(() => {
      const next = boxesOf(rows);
      if (anchor.current !== undefined && boxes.rowPx > 0 && next.rowPx !== boxes.rowPx) {
        const scaled = { ...anchor.current, offsetPx: anchor.current.offsetPx * (next.rowPx / boxes.rowPx) };
        const top = restoreAnchor(scaled, drawnKeys.current, drawnKeys.current, next);
        if (top !== undefined) view.scrollTop = top;
      }
      boxes = next;
    });
    view.addEventListener("scroll", remember, { passive: true });
    resized.observe(rows);
    remember();
    return () => {
      view.removeEventListener("scroll", remember);
      resized.disconnect();
    };
  }, [scroller, list]);

  useLayoutEffect(() => {
    const view = scroller.current;
    const rows = list.current;
    const before = drawnKeys.current;
    drawnKeys.current = keys;
    if (view === null || rows === null || before === keys || anchor.current === undefined) return;
    const top = restoreAnchor(anchor.current, before, keys, boxesOf(rows));
    if (top !== undefined && Math.abs(top - view.scrollTop) >= 1) view.scrollTop = top;
  }, [scroller, list, keys]);

  useEffect(() => {
    if (!followCaret) return undefined;
    let followed = session.caret.get().follow;
    return session.caret.subscribe(() => {
      const { follow, slideIndex } = session.caret.get();
      if (follow === followed) return;
      followed = follow;
      // After the frame that may have added the slide's box.
      requestAnimationFrame(() => scrollToSlide(scroller.current, list.current, slideIndex));
    });
  }, [session, scroller, list, followCaret]);

  // A co-author who is followed brings their slide along.
  useEffect(() => {
    let shown: number | undefined;
    return session.follow.subscribe(() => {
      const slideIndex = session.follow.get()?.slideIndex;
      if (slideIndex === shown) return;
      shown = slideIndex;
      if (slideIndex !== undefined) requestAnimationFrame(() => scrollToSlide(scroller.current, list.current, slideIndex));
    });
  }, [session, scroller, list]);
}

/** Brings a slide's box into view; at once where it is far or motion is unwanted. */
export function scrollToSlide(view: HTMLElement | null, list: HTMLElement | null, index: number): void {
  const box = list?.children[index];
  if (view === null || !(box instanceof HTMLElement)) return;
  const viewport = { scrollTopPx: view.scrollTop, heightPx: view.clientHeight };
  const top = scrollIntoViewTop({ topPx: box.offsetTop, heightPx: box.offsetHeight }, viewport, followMarginPx);
  const distance = Math.abs(top - view.scrollTop);
  if (distance < 1) return;
  const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches || distance > view.clientHeight * 1.5;
  view.scrollTo({ top, behavior: isCalm ? "instant" : "smooth" });
}

/** All boxes have one height, so the first two tell everything. */
function boxesOf(list: HTMLElement): SlideBoxes {
  const [first, second] = list.children;
  if (!(first instanceof HTMLElement)) return { rowPx: 0, leadPx: 0 };
  const rowPx = second instanceof HTMLElement ? second.offsetTop - first.offsetTop : first.offsetHeight;
  return { rowPx, leadPx: first.offsetTop };
}
