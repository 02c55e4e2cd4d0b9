"use client";
import { useEffect, useEffectEvent, useRef } from "react";
import { Button } from "@/components/ui/button";

export interface MoreDecksProps {
  /** Decks that are there: with each page it is looked once more whether the end is near. */
  readonly count: number;
  readonly onMore: () => void;
}

/** Loads the next page as the end comes near; a button for whoever comes there otherwise. */
export function MoreDecks({ count, onMore }: MoreDecksProps) {
  const end = useRef<HTMLDivElement>(null);
  const load = useEffectEvent(onMore);
  useEffect(() => {
    const target = end.current;
    if (target === null) return undefined;
    const observer = new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && load(), {
      rootMargin: "900px 0px",
    });
    observer.observe(target);
    return () => observer.disconnect();
  }, [count]);
  return (
    <div ref={end} className="flex justify-center pt-10">
      <Button onClick={onMore}>Show more</Button>
    </div>
  );
}
