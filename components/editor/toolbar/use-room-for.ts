"use client";
import { useCallback, useState, type RefCallback } from "react";

export interface Widths {
  readonly itemPx: number;
  /** What other things in the element take. */
  readonly takenPx: number;
}

export interface RoomOptions {
  readonly mouse: Widths;
  readonly touch: Widths;
}

/**
 * How many items fit into the element that gets the ref, as its width changes; none until it is measured. Measured
 * when the width changes and never while something else is drawn: asking for a width makes the browser lay out the page.
 */
export function useRoomFor({ mouse, touch }: RoomOptions): readonly [RefCallback<HTMLElement>, number] {
  const [room, setRoom] = useState(0);
  const measured = useCallback(
    (target: HTMLElement | null) => {
      if (target === null) return undefined;
      const resized = new ResizeObserver(([entry]) => {
        const { itemPx, takenPx } = matchMedia("(pointer: coarse)").matches ? touch : mouse;
        if (entry) setRoom(Math.max(0, Math.floor((entry.target.clientWidth - takenPx) / itemPx)));
      });
      resized.observe(target);
      return () => resized.disconnect();
    },
    [mouse, touch],
  );
  return [measured, room];
}
