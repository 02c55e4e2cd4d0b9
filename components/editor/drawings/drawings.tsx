"use client";
import { useEffect } from "react";
import { setFormulas } from "@/components/editor/drawings/set-formulas";
import { useSession } from "@/components/editor/session/use-session";

/** Draws what slides hold beside their words, as far as they hold any: formulas. Shows nothing itself. */
export function Drawings() {
  const session = useSession();
  useEffect(() => setFormulas(session), [session]);
  return null;
}
