"use client";
import { useEffect, useState } from "react";

/** The id of the entry at the top of the window, as the page scrolls. */
export function useActiveId(): string | undefined {
  const [active, setActive] = useState<string>();
  useEffect(() => {
    const headings = [...document.querySelectorAll<HTMLElement>("main h3[id]")];
    // The band that counts as the top: the first third of the window.
    const observer = new IntersectionObserver(
      () => {
        const line = innerHeight / 3;
        setActive(headings.findLast((heading) => heading.getBoundingClientRect().top < line)?.id);
      },
      { rootMargin: "0px 0px -66% 0px" },
    );
    for (const heading of headings) observer.observe(heading);
    return () => observer.disconnect();
  }, []);
  return active;
}
