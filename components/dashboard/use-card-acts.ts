"use client";
import { useState } from "react";
import type { CardActs } from "@/components/dashboard/card-menu";
import type { Decks } from "@/components/dashboard/use-decks";
import { sentenceOf } from "@/components/ui/sentence-of";
import { useToast } from "@/components/ui/toast";
import { patchDeck, trashDeck } from "@/lib/api/client";
import type { DeckInfo } from "@/lib/api/decks";
import { may } from "@/lib/workspace/policies";

export interface CardActsState {
  readonly acts: CardActs;
  /** The deck being renamed. */
  readonly renamed: DeckInfo | undefined;
  readonly stopRenaming: () => void;
}

/** Renaming, throwing away (with an Undo) and taking back, for the cards of a list. */
export function useCardActs({ replace, reload }: Pick<Decks, "replace" | "reload">): CardActsState {
  const say = useToast();
  const [renamed, setRenamed] = useState<DeckInfo>();

  async function restore(deck: DeckInfo) {
    try {
      await patchDeck(deck.id, { trashed: false });
      reload();
      say(`“${deck.title}” is back.`);
    } catch (error) {
      say(sentenceOf(error), { tone: "error" });
    }
  }

  async function trash(deck: DeckInfo) {
    try {
      await trashDeck(deck.id);
      replace(deck.id, undefined);
      say(`“${deck.title}” is in the trash.`, { act: { label: "Undo", onClick: () => void restore(deck) } });
    } catch (error) {
      say(sentenceOf(error), { tone: "error" });
    }
  }

  return {
    renamed,
    stopRenaming: () => setRenamed(undefined),
    acts: {
      rename: (deck) => {
        if (deck.trashedAt === null && may(deck.role, "rename")) setRenamed(deck);
      },
      trash: (deck) => {
        if (deck.trashedAt === null && may(deck.role, "trash")) void trash(deck);
      },
      restore: (deck) => void restore(deck),
    },
  };
}
