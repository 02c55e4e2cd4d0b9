"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { roleWords } from "@/components/share/role-words";
import { lookInSight } from "@/components/ui/look-in-sight";
import { useToast } from "@/components/ui/toast";
import { isRefusal } from "@/lib/api/api-error";
import { getDeck } from "@/lib/api/client";
import type { DeckInfo } from "@/lib/api/decks";

const everyMs = 15_000;

/**
 * Whoever only looks on holds neither the deck's text nor a socket: while the page is in sight it asks four times a minute
 * whether the deck is another by now, and at once when it comes into sight, and is drawn anew then.
 */
export function useFreshSlides(shown: DeckInfo): void {
  const router = useRouter();
  const say = useToast();
  useEffect(() => {
    const look = async (signal: AbortSignal) => {
      try {
        const deck = await getDeck(shown.id, { signal });
        if (isSame(deck, shown)) return;
        const words = roleWords(shown.role, deck.role);
        if (words !== undefined) say(words, { tone: "notice" });
      } catch (error) {
        // The server draws what there is to say of a refusal; without an answer the next look tells.
        if (!isRefusal(error)) return;
      }
      router.refresh();
    };
    return lookInSight((signal) => void look(signal), { everyMs });
  }, [shown, router, say]);
}

function isSame(a: DeckInfo, b: DeckInfo): boolean {
  return a.role === b.role && a.title === b.title && a.lastEditedAt === b.lastEditedAt && a.trashedAt === b.trashedAt;
}
