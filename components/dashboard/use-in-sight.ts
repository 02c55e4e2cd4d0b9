"use client";
import { useEffect, useState, type RefObject } from "react";

/** True from when the element first comes near the window, and then for good. `atFirst` is what first paint assumes. */
export function useInSight(element: RefObject<Element | null>, atFirst: boolean): boolean {
  const [isInSight, setInSight] = useState(atFirst);
  useEffect(() => {
    const target = element.current;
    if (isInSight || target === null) return undefined;
    const observer = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && setInSight(true), {
      rootMargin: "50% 0px",
    });
    observer.observe(target);
    return () => observer.disconnect();
  }, [element, isInSight]);
  return isInSight;
}
