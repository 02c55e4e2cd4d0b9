"use client";
import { useEffect, useState, type RefObject } from "react";

/** How far beyond the scroller's edges something counts as near, so that it is drawn before it comes into sight. */
const nearMargin = "120% 0px";

/** Marks the element that scrolls. */
export const scrollerAttribute = "data-slide-scroller";

const observers = new WeakMap<Element, { readonly observer: IntersectionObserver; readonly calls: Map<Element, () => void> }>();

/**
 * True from the moment an element first comes near the visible part of its scroller, and then for good: what was drawn
 * once stays, and `content-visibility` keeps it cheap. `atFirst` is what server and first paint assume.
 */
export function useIsNear(element: RefObject<Element | null>, atFirst: boolean): boolean {
  const [isNear, setNear] = useState(atFirst);
  useEffect(() => {
    const target = element.current;
    const scroller = target?.closest(`[${scrollerAttribute}]`);
    if (isNear || target === null || !scroller) return undefined;
    return observe(scroller, target, () => setNear(true));
  }, [element, isNear]);
  return isNear;
}

function observe(scroller: Element, target: Element, call: () => void): () => void {
  const { observer, calls } = observers.get(scroller) ?? createObserver(scroller);
  calls.set(target, call);
  observer.observe(target);
  return () => {
    calls.delete(target);
    observer.unobserve(target);
  };
}

function createObserver(scroller: Element) {
  const calls = new Map<Element, () => void>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) if (entry.isIntersecting) calls.get(entry.target)?.();
    },
    { root: scroller, rootMargin: nearMargin },
  );
  const made = { observer, calls };
  observers.set(scroller, made);
  return made;
}
