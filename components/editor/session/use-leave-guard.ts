"use client";
import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useState } from "react";
import { useSaveState } from "@/components/editor/session/use-session";
import { hasUnsaved } from "@/components/editor/title/save-words";

/** Most saves are done within this time: nobody is asked about those. */
const patienceMs = 400;

export interface Leaving {
  /** True while somebody who pressed a link is to be asked whether they really go. */
  readonly isAsking: boolean;
  readonly stay: () => void;
  readonly leave: () => void;
}

/**
 * The browser asks before the page is left while something is not on the server (collaboration.md 6.5). Links inside the
 * product leave the page too, and the browser doesn't see them: they wait until all is stored, and after a moment the
 * person is asked.
 */
export function useLeaveGuard(): Leaving {
  const router = useRouter();
  const isGuarded = hasUnsaved(useSaveState());
  const [address, setAddress] = useState<string>();
  const [isLate, setLate] = useState(false);
  const go = useEffectEvent((href: string) => {
    setAddress(undefined);
    router.push(href);
  });

  useEffect(() => {
    if (!isGuarded) return undefined;
    const leaving = new AbortController();
    addEventListener("beforeunload", (event) => event.preventDefault(), { signal: leaving.signal });
    const hold = (event: MouseEvent) => {
      const href = hrefOf(event);
      if (href === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      setLate(false);
      setAddress(href);
    };
    document.addEventListener("click", hold, { capture: true, signal: leaving.signal });
    return () => leaving.abort();
  }, [isGuarded]);

  useEffect(() => {
    if (address === undefined) return undefined;
    if (!isGuarded) {
      go(address);
      return undefined;
    }
    const timer = setTimeout(() => setLate(true), patienceMs);
    return () => clearTimeout(timer);
  }, [address, isGuarded]);

  return {
    isAsking: address !== undefined && isLate,
    stay: () => setAddress(undefined),
    leave: () => {
      if (address !== undefined) router.push(address);
      setAddress(undefined);
    },
  };
}

/** Where a press leads inside the product; undefined for any other press, and for links that open beside this page. */
function hrefOf(event: MouseEvent): string | undefined {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return undefined;
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement) || link.target !== "" || link.hasAttribute("download")) return undefined;
  return link.origin === location.origin && link.pathname !== location.pathname ? link.href.slice(link.origin.length) : undefined;
}
