"use client";
import { useEffect } from "react";
import { useSession } from "@/components/editor/session/use-session";
import type { EditorSession } from "@/components/editor/session/editor-session";

/** The editor's address may name a slide, `#intro`: it opens there, and goes there when the address changes. */
export function OpenAtSlide() {
  const session = useSession();
  useEffect(() => {
    const go = () => goToAnchor(session, location.hash);
    go();
    addEventListener("hashchange", go);
    return () => removeEventListener("hashchange", go);
  }, [session]);
  return null;
}

function goToAnchor(session: EditorSession, hash: string): void {
  const { slides } = session.live.snapshot().deck;
  const index = slides.findIndex(({ anchor }) => hash === `#${encodeURIComponent(anchor)}` || hash === `#${anchor}`);
  if (index !== -1) session.goToSlide(index);
}
