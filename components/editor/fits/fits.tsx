"use client";
import { useEffect } from "react";
import { measureInBackground } from "@/components/editor/fits/measure-in-background";
import { saveFits } from "@/components/editor/fits/save-fits";
import { useSession } from "@/components/editor/session/use-session";

/** Finds out how every slide sits on its canvas; with `deckId` also tells the server. Shows nothing itself. */
export function Fits({ deckId }: { readonly deckId?: string }) {
  const session = useSession();
  useEffect(() => measureInBackground(session), [session]);
  useEffect(() => (deckId === undefined ? undefined : saveFits(session, deckId)), [session, deckId]);
  return null;
}
