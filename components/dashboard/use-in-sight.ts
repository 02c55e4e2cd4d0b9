"use client";
import { useEffect, useState, type RefObject } from "react";

export interface InSightOptions {
  /** What first paint assumes. */
  readonly atFirst: boolean;
  /** False again when it is far away: for what there are many of. Else true for good. */
  readonly forgets?: boolean;
}

/** True from when the element first comes near the window. */
export function useInSight(element: RefObject<Element | null>, { atFirst, forgets = false }: InSightOptions): boolean {
  const [isInSight, setInSight] = useState(atFirst);
  const isDone = isInSight && !forgets;
  useEffect(() => {
    const target = element.current;
    if (isDone || target === null) return undefined;
    const observer = new IntersectionObserver(([...entries]) => setInSight(entries.at(-1)?.isIntersecting ?? false), {
      rootMargin: forgets ? "150% 0px" : "50% 0px",
    });
    observer.observe(target);
    return () => observer.disconnect();
  }, [element, isDone, forgets]);
  return isInSight;
}
