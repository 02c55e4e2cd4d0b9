"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { sentenceOf } from "@/components/ui/sentence-of";
import { useToast } from "@/components/ui/toast";
import { createDeck, signInAsGuest } from "@/lib/api/client";
import type { CreateDeckBody } from "@/lib/api/decks";

/** Makes a deck and opens it; whoever is nobody yet becomes a guest first. */
export function useNewDeck(): { readonly isBusy: boolean; readonly start: (body: CreateDeckBody) => Promise<void> } {
  const router = useRouter();
  const say = useToast();
  const [isBusy, setBusy] = useState(false);
  return {
    isBusy,
    start: async (body) => {
      setBusy(true);
      try {
        await signInAsGuest();
        const deck = await createDeck(body);
        router.push(`/decks/${deck.id}`);
      } catch (error) {
        say(sentenceOf(error), { tone: "error" });
        setBusy(false);
      }
    },
  };
}
