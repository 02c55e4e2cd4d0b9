"use client";
import { useState } from "react";
import type { useToast } from "@/components/ui/toast";
import { getDeck } from "@/lib/api/client";
import type { DeckInfo } from "@/lib/api/decks";
import { may, type DeckRole } from "@/lib/workspace/policies";

/** What somebody may from now on. That they may no longer write is said where it is told that all they wrote is stored. */
const words: Readonly<Record<DeckRole, string>> = {
  owner: "You own this deck now.",
  edit: "You can edit this deck now.",
  present: "You can present this deck now, and comment on it.",
  comment: "You can comment on this deck, and no longer present it.",
  view: "",
};

/** What I am to the deck at this moment, and how that is looked up again; what has changed is said. */
export function useOwnRole(loaded: DeckInfo, say: ReturnType<typeof useToast>): readonly [DeckRole, () => Promise<void>] {
  const [role, setRole] = useState(loaded.role);
  const look = async () => {
    const { role: next } = await getDeck(loaded.id);
    setRole(next);
    if (next === role || (may(role, "edit") && !may(next, "edit"))) return;
    say(role === "owner" ? "You can still edit this deck, and no longer own it." : words[next], { tone: "notice" });
  };
  return [role, look];
}
