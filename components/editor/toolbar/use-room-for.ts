"use client";
import { useLayoutEffect, useState, type RefObject } from "react";

export interface RoomOptions {
  readonly itemPx: number;
  /** What other things in the element take. */
  readonly takenPx: number;
}

/** How many items fit into an element, as its width changes; none until it is measured. */
export function useRoomFor(element: RefObject<HTMLElement | null>, { itemPx, takenPx }: RoomOptions): number {
  const [room, setRoom] = useState(0);
  useLayoutEffect(() => {
    const target = element.current;
    if (target === null) return undefined;
    const measure = () => setRoom(Math.max(0, Math.floor((target.clientWidth - takenPx) / itemPx)));
    const resized = new ResizeObserver(measure);
    resized.observe(target);
    measure();
    return () => resized.disconnect();
  });
  return room;
}
