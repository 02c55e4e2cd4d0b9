"use client";
import { useRef, type KeyboardEvent } from "react";
import { cardAttribute, DeckCard } from "@/components/dashboard/deck-card";
import type { CardActs } from "@/components/dashboard/card-menu";
import { gridTarget } from "@/components/dashboard/grid-keys";
import type { DeckInfo } from "@/lib/api/decks";

export interface DeckGridProps {
  readonly decks: readonly DeckInfo[];
  readonly now: Date;
  readonly acts: CardActs;
  readonly isLoading: boolean;
}

/** Cards drawn before anybody knows how many fit. */
const cardsOnFirstPaint = 8;

/** The decks as cards. Arrow keys go from one to the next, as they lie. */
export function DeckGrid({ decks, now, acts, isLoading }: DeckGridProps) {
  const list = useRef<HTMLUListElement>(null);

  function onKeyDown(event: KeyboardEvent) {
    const cards = [...(list.current?.querySelectorAll<HTMLElement>(`[${cardAttribute}]`) ?? [])];
    const from = cards.findIndex((card) => card === event.target);
    if (from === -1) return;
    const top = cards[0]?.getBoundingClientRect().top;
    const columns = cards.filter((card) => card.getBoundingClientRect().top === top).length;
    const to = gridTarget(event.key, from, { count: cards.length, columns });
    if (to === undefined) return;
    event.preventDefault();
    cards[to]?.focus();
  }

  return (
    <ul
      ref={list}
      aria-label="Decks"
      aria-busy={isLoading || undefined}
      onKeyDown={onKeyDown}
      className={`grid grid-cols-[repeat(auto-fill,minmax(min(100%,250px),1fr))] gap-x-6 gap-y-8 transition-opacity duration-100 ${isLoading ? "opacity-60" : ""}`}
    >
      {decks.map((deck, index) => (
        <DeckCard key={deck.id} deck={deck} now={now} acts={acts} isFirst={index < cardsOnFirstPaint} />
      ))}
    </ul>
  );
}
