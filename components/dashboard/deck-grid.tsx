"use client";
import { useEffect, useLayoutEffect, useRef, useState, type DragEvent, type KeyboardEvent } from "react";
import { CardMenu, type CardMenuProps } from "@/components/dashboard/card-menu";
import { cardAttribute, DeckCard, selectingAttribute, type CardActs } from "@/components/dashboard/deck-card";
import { writeDraggedDecks } from "@/components/dashboard/dragged-decks";
import { gridTarget } from "@/components/dashboard/grid-keys";
import { keepPresent, type Selection } from "@/components/dashboard/selection";
import type { DeckActs } from "@/components/dashboard/use-deck-acts";
import type { DeckInfo } from "@/lib/api/decks";

export interface DeckGridProps {
  readonly decks: readonly DeckInfo[];
  readonly now: Date;
  readonly acts: DeckActs;
  readonly selection: Selection;
  readonly onSelect: (deck: DeckInfo, how: { readonly isStretch: boolean }) => void;
  readonly onTag: (tag: string) => void;
  readonly isLoading: boolean;
}

/** Cards drawn before anybody knows how many fit. */
const cardsOnFirstPaint = 8;

/** The decks as cards. Arrow keys go from one to the next, as they lie; where one goes, its neighbour takes the focus. */
export function DeckGrid({ decks, now, acts, selection, onSelect, onTag, isLoading }: DeckGridProps) {
  const list = useRef<HTMLUListElement>(null);
  const [opened, setOpened] = useState<CardMenuProps["opened"]>();
  const ids = keepPresent(
    selection,
    decks.map(({ id }) => id),
  ).ids;
  const cards = () => [...(list.current?.querySelectorAll<HTMLElement>(`[${cardAttribute}]`) ?? [])];
  useFocusNeighbour(decks, cards);
  const cardActs = useSteadyActs({
    select: onSelect,
    openMenu: (deck, anchor) => setOpened({ deck, anchor }),
    star: acts.star,
    showTag: onTag,
  });

  /** What an act on this deck is about: all that are chosen, where it is one of them. */
  const meant = (deck: DeckInfo) => (ids.has(deck.id) ? decks.filter(({ id }) => ids.has(id)) : [deck]);

  function onKeyDown(event: KeyboardEvent) {
    const all = cards();
    const from = all.findIndex((card) => card === event.target);
    const deck = decks[from];
    if (deck === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = keyActs[event.key];
    if (act !== undefined) {
      event.preventDefault();
      return act({ deck, meant: meant(deck), acts, select: () => onSelect(deck, { isStretch: false }) });
    }
    const top = all[0]?.getBoundingClientRect().top;
    const columns = all.filter((card) => card.getBoundingClientRect().top === top).length;
    const to = gridTarget(event.key, from, { count: all.length, columns });
    if (to === undefined) return;
    event.preventDefault();
    all[to]?.focus();
  }

  function onDragStart(event: DragEvent) {
    const id = event.target instanceof Element ? event.target.closest(`[${cardAttribute}]`)?.getAttribute(cardAttribute) : undefined;
    const deck = decks.find((known) => known.id === id);
    if (deck !== undefined) writeDraggedDecks(event.dataTransfer, meant(deck));
  }

  return (
    <>
      <ul
        ref={list}
        aria-label="Decks"
        aria-busy={isLoading || undefined}
        {...{ [selectingAttribute]: ids.size > 0 || undefined }}
        onKeyDown={onKeyDown}
        onDragStart={onDragStart}
        className={`group/cards grid grid-cols-[repeat(auto-fill,minmax(min(100%,230px),1fr))] gap-x-6 gap-y-8 transition-opacity duration-100 ${isLoading ? "opacity-60" : ""}`}
      >
        {decks.map((deck, index) => (
          <DeckCard key={deck.id} deck={deck} now={now} isFirst={index < cardsOnFirstPaint} isSelected={ids.has(deck.id)} acts={cardActs} />
        ))}
      </ul>
      <CardMenu opened={opened} acts={acts} onSelect={(deck) => onSelect(deck, { isStretch: false })} onClose={() => setOpened(undefined)} />
    </>
  );
}

/** The newest of these acts behind one object that stays, so that a choice draws one card and not all. */
function useSteadyActs(acts: CardActs): CardActs {
  const newest = useRef(acts);
  useLayoutEffect(() => {
    newest.current = acts;
  });
  const [steady] = useState<CardActs>(() => ({
    select: (deck, how) => newest.current.select(deck, how),
    openMenu: (deck, anchor) => newest.current.openMenu(deck, anchor),
    star: (deck) => newest.current.star(deck),
    showTag: (tag) => newest.current.showTag(tag),
  }));
  return steady;
}

interface KeyContext {
  readonly deck: DeckInfo;
  readonly meant: readonly DeckInfo[];
  readonly acts: DeckActs;
  readonly select: () => void;
}

const keyActs: Readonly<Record<string, (context: KeyContext) => void>> = {
  F2: ({ deck, acts }) => acts.askRename(deck),
  Delete: ({ meant, acts }) => acts.discard(meant),
  x: ({ select }) => select(),
  s: ({ deck, acts }) => {
    if (deck.trashedAt === null) acts.star(deck);
  },
};

/** The focus stays in the grid: a card that goes hands it to the one that comes into its place. */
function useFocusNeighbour(decks: readonly DeckInfo[], cards: () => readonly HTMLElement[]): void {
  const before = useRef(decks);
  const focused = useRef<string>(undefined);
  useEffect(() => {
    const remember = () => {
      const id = document.activeElement?.getAttribute(cardAttribute);
      if (typeof id === "string") focused.current = id;
      else if (document.activeElement !== document.body) focused.current = undefined;
    };
    document.addEventListener("focusin", remember);
    return () => document.removeEventListener("focusin", remember);
  }, []);
  useEffect(() => {
    const place = before.current.findIndex(({ id }) => id === focused.current);
    const isGone = place !== -1 && !decks.some(({ id }) => id === focused.current);
    before.current = decks;
    if (!isGone || document.activeElement !== document.body) return;
    const all = cards();
    all[Math.min(place, all.length - 1)]?.focus();
  });
}
