"use client";
import { useEffect } from "react";
import { drawDiagrams } from "@/components/editor/drawings/draw-diagrams";
import { loadGrammars } from "@/components/editor/drawings/load-grammars";
import { loadParts } from "@/components/editor/drawings/load-parts";
import { setFormulas } from "@/components/editor/drawings/set-formulas";
import { useSession } from "@/components/editor/session/use-session";

/** Draws what slides hold beside their words: formulas, style of its own, charts, codes, diagrams, the colours of code; with `deckId` the server keeps these. Shows nothing itself. */
export function Drawings({ deckId }: { readonly deckId?: string }) {
  const session = useSession();
  useEffect(() => loadParts(session), [session]);
  useEffect(() => setFormulas(session), [session]);
  useEffect(() => loadGrammars(session), [session]);
  useEffect(() => drawDiagrams(session, deckId), [session, deckId]);
  return null;
}
