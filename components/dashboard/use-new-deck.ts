"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { sentenceOf } from "@/components/ui/sentence-of";
import { useToast } from "@/components/ui/toast";
import { createDeck, signInAsGuest } from "@/lib/api/client";
import { startFromDeck } from "@/lib/api/library-client";
import type { CreateDeckBody, DeckInfo } from "@/lib/api/decks";
import type { TeamId } from "@/lib/api/ids";

export interface NewDeck {
  readonly isBusy: boolean;
  readonly start: (body: CreateDeckBody) => Promise<void>;
  /** With the text and the files of this one. */
  readonly startFrom: (deck: DeckInfo) => Promise<void>;
}

/** Makes a deck, a team's where one is named, and opens it; whoever is nobody yet becomes a guest first. */
export function useNewDeck(teamId?: TeamId): NewDeck {
  const router = useRouter();
  const say = useToast();
  const [isBusy, setBusy] = useState(false);

  async function open(make: () => Promise<DeckInfo>) {
    setBusy(true);
    try {
      await signInAsGuest();
      router.push(`/decks/${(await make()).id}`);
    } catch (error) {
      say(sentenceOf(error), { tone: "error" });
      setBusy(false);
    }
  }

  return { isBusy, start: (body) => open(() => createDeck({ ...body, teamId })), startFrom: (deck) => open(() => startFromDeck(deck, { teamId })) };
}
