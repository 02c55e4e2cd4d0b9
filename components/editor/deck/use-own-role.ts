"use client";
import { useState } from "react";
import { roleWords } from "@/components/share/role-words";
import type { useToast } from "@/components/ui/toast";
import { getDeck } from "@/lib/api/client";
import type { DeckInfo } from "@/lib/api/decks";
import type { DeckRole } from "@/lib/workspace/policies";

/** What I am to the deck at this moment, and how that is looked up again; what has changed is said, and by whom. */
export function useOwnRole(loaded: DeckInfo, say: ReturnType<typeof useToast>): readonly [DeckRole, (by?: string) => Promise<void>] {
  const [role, setRole] = useState(loaded.role);
  const look = async (by?: string) => {
    const { role: next } = await getDeck(loaded.id);
    setRole(next);
    const words = roleWords(role, next, by);
    if (words !== undefined) say(words, { tone: "notice" });
  };
  return [role, look];
}
