"use client";
import { useState } from "react";
import { sentenceOf } from "@/components/ui/sentence-of";
import { useToast } from "@/components/ui/toast";
import { patchDeck } from "@/lib/api/client";
import { deckTitleSchema, type DeckInfo } from "@/lib/api/decks";

/** The deck, and how it gets another name. The new one shows at once; if the server refuses, the old one comes back. */
export function useRename(loaded: DeckInfo): readonly [DeckInfo, (name: string) => void] {
  const say = useToast();
  const [name, setName] = useState(loaded.name);

  async function rename(entered: string) {
    const before = name;
    // Without a name of its own the deck shows the title in its text.
    const checked = entered === "" ? null : deckTitleSchema.safeParse(entered);
    if (checked !== null && !checked.success) return say(checked.error.issues[0]?.message ?? "Choose another title.", { tone: "error" });
    const next = checked === null ? null : checked.data;
    setName(next);
    try {
      await patchDeck(loaded.id, { title: next });
    } catch (error) {
      setName(before);
      say(sentenceOf(error), { tone: "error" });
    }
  }

  return [{ ...loaded, name }, (entered) => void rename(entered)];
}
