"use client";
import { useEffect, useEffectEvent, useRef, useState, type RefObject } from "react";
import { dropPlace, edgeScrollPx } from "@/components/editor/rail/drop-place";

/** A mouse that moves less than this clicks. */
const clickSlopPx = 5;
/** A finger that rests this long on a slide lifts it; one that moves before scrolls. */
const liftMs = 380;

export interface RailDragOptions {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly rowPx: number;
  readonly count: number;
  readonly isOn: boolean;
  /** The row was taken up; answers whether it may be. */
  readonly onLift: (row: number) => boolean;
  /** Dropped before this row; `count` is behind the last. */
  readonly onDrop: (before: number) => void;
}

export interface RailDrag {
  /** Before which row the dragged slides would be dropped; undefined while nothing is dragged. */
  readonly place: number | undefined;
}

/** Reordering by mouse, pen or finger. Rows have one height, so the pointer's place tells the row without measuring. */
export function useRailDrag({ scroller, rowPx, count, isOn, onLift, onDrop }: RailDragOptions): RailDrag {
  const [place, setPlace] = useState<number>();
  const latest = useRef<number>(undefined);
  const lift = useEffectEvent(onLift);
  const drop = useEffectEvent(onDrop);
  const placeAt = useEffectEvent((clientY: number) => {
    const view = scroller.current;
    const list = view?.querySelector("ol");
    if (!view || !list) return;
    const { top } = list.getBoundingClientRect();
    latest.current = dropPlace({ offsetPx: clientY - top, rowPx, count });
    setPlace(latest.current);
  });

  useEffect(() => {
    const view = scroller.current;
    if (!isOn || view === null) return undefined;
    let press: { readonly id: number; readonly x: number; readonly y: number; readonly row: number; readonly isTouch: boolean } | undefined;
    let isDragging = false;
    let pointerY = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let frame = 0;

    const begin = () => {
      if (press === undefined || !lift(press.row)) return end();
      isDragging = true;
      view.setPointerCapture(press.id);
      placeAt(pointerY);
      frame = requestAnimationFrame(scrollAtEdges);
    };
    const scrollAtEdges = () => {
      const { top, height } = view.getBoundingClientRect();
      const by = edgeScrollPx(pointerY - top, height);
      if (by !== 0) {
        view.scrollTop += by;
        placeAt(pointerY);
      }
      frame = requestAnimationFrame(scrollAtEdges);
    };
    const end = () => {
      clearTimeout(timer);
      cancelAnimationFrame(frame);
      if (press !== undefined && view.hasPointerCapture(press.id)) view.releasePointerCapture(press.id);
      press = undefined;
      latest.current = undefined;
      setPlace(undefined);
      // The click that follows a drop is none; it comes before the next task.
      if (isDragging) setTimeout(() => (isDragging = false));
    };

    const stop = new AbortController();
    const options = { signal: stop.signal };
    view.addEventListener(
      "pointerdown",
      (event) => {
        const row = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-row]") : null;
        if (row === null || event.button !== 0 || !event.isPrimary || event.shiftKey || event.ctrlKey || event.metaKey) return;
        pointerY = event.clientY;
        press = { id: event.pointerId, x: event.clientX, y: event.clientY, row: Number(row.dataset["row"]), isTouch: event.pointerType === "touch" };
        if (press.isTouch) timer = setTimeout(begin, liftMs);
      },
      options,
    );
    view.addEventListener(
      "pointermove",
      (event) => {
        if (press === undefined || event.pointerId !== press.id) return;
        pointerY = event.clientY;
        const isFar = Math.hypot(event.clientX - press.x, event.clientY - press.y) > clickSlopPx;
        if (isDragging) placeAt(pointerY);
        else if (isFar && press.isTouch) end();
        else if (isFar) begin();
      },
      options,
    );
    view.addEventListener(
      "pointerup",
      () => {
        const before = latest.current;
        const wasDragging = isDragging;
        end();
        if (wasDragging && before !== undefined) drop(before);
      },
      options,
    );
    view.addEventListener("pointercancel", end, options);
    // A lifted slide follows the finger: the page must not scroll with it, nor open the browser's own menu.
    view.addEventListener("touchmove", (event) => isDragging && event.preventDefault(), { ...options, passive: false });
    view.addEventListener("contextmenu", (event) => isDragging && event.preventDefault(), { ...options, capture: true });
    const swallow = (event: Event) => {
      if (!isDragging) return;
      event.preventDefault();
      event.stopPropagation();
    };
    view.addEventListener("click", swallow, { ...options, capture: true });
    addEventListener("keydown", (event) => isDragging && event.key === "Escape" && end(), options);
    return () => {
      end();
      stop.abort();
    };
  }, [scroller, isOn]);

  return { place };
}
