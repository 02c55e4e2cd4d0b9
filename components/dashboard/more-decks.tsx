"use client";
import { useEffect, useEffectEvent, useRef } from "react";
import { Button } from "@/components/ui/button";

/** Loads the next page as the end comes near; a button for whoever comes there otherwise. */
export function MoreDecks({ onMore }: { readonly onMore: () => void }) {
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
  }, []);
  return (
    <div ref={end} className="flex justify-center pt-10">
      <Button onClick={onMore}>Show more</Button>
    </div>
  );
}
