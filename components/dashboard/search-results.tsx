"use client";
import { StickyNote } from "lucide-react";
import Link from "next/link";
import { useRef, type KeyboardEvent, type ReactNode, type Ref } from "react";
import { DeckCover } from "@/components/dashboard/deck-cover";
import { MoreDecks } from "@/components/dashboard/more-decks";
import type { Search } from "@/components/dashboard/use-search";
import { slideAddress } from "@/lib/api/deck-addresses";
import type { FoundDeck, FoundSlide, MarkedText, SearchResult } from "@/lib/api/search";

export interface SearchResultsProps {
  readonly search: Search;
  readonly ref: Ref<HTMLDivElement>;
}

/** What was found: decks, and of each the slides that say it. Every line opens the editor there. */
export function SearchResults({ search: { found, isLoading, loadMore }, ref }: SearchResultsProps) {
  const list = useRef<HTMLUListElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    const links = [...(list.current?.querySelectorAll("a") ?? [])];
    const next = links[links.findIndex((link) => link === event.target) + step];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  };
  if (found === undefined) return <p className="py-[12vh] text-center text-dim">{isLoading ? "Searching…" : null}</p>;
  return (
    <div ref={ref}>
      <p role="status" className="pb-4 text-[13px] text-dim">
        {countWords(found)}
      </p>
      {found.decks.length === 0 ? <NothingFound query={found.query} /> : null}
      <ul ref={list} aria-label="Found" aria-busy={isLoading || undefined} onKeyDown={onKeyDown} className="flex flex-col gap-6">
        {found.decks.map((deck) => (
          <FoundItem key={deck.deck.id} found={deck} />
        ))}
      </ul>
      {loadMore === undefined ? null : <MoreDecks count={found.decks.length} onMore={loadMore} />}
    </div>
  );
}

function FoundItem({ found: { deck, title, slides, slideCount } }: { readonly found: FoundDeck }) {
  const others = slideCount - slides.length;
  return (
    <li className="grid grid-cols-[72px_minmax(0,1fr)] gap-x-4 sm:grid-cols-[132px_minmax(0,1fr)]">
      <DeckCover cover={deck.cover} aspectRatio={deck.cover.aspectRatio} />
      <div className="min-w-0">
        <Line href={`/decks/${deck.id}`} className="font-medium">
          <Marked text={title} />
        </Line>
        {slides.map((slide) => (
          <SlideLine key={slide.number} deckId={deck.id} slide={slide} />
        ))}
        {others > 0 ? (
          <p className="px-2 pt-0.5 text-[13px] text-dim">{others === 1 ? "and on another slide" : `and on ${others} other slides`}</p>
        ) : null}
      </div>
    </li>
  );
}

function SlideLine({ deckId, slide }: { readonly deckId: string; readonly slide: FoundSlide }) {
  return (
    <Line href={slideAddress(deckId, slide.anchor)}>
      <span className="flex items-baseline gap-2">
        <span className="w-6 shrink-0 text-right text-xs text-dim tabular-nums">
          <span className="sr-only">Slide </span>
          {slide.number}
        </span>
        <span className="min-w-0">
          <span className="block truncate text-[13px]">{slide.title.length === 0 ? "Without a title" : <Marked text={slide.title} />}</span>
          <span className="line-clamp-2 text-[13px] text-dim">
            {slide.isNotes ? <StickyNote className="mr-1 inline size-3.5 align-[-2px]" role="img" aria-label="In the speaker notes:" /> : null}
            <Marked text={slide.snippet} />
          </span>
        </span>
      </span>
    </Line>
  );
}

function Line({ href, className = "", children }: { readonly href: string; readonly className?: string; readonly children: ReactNode }) {
  return (
    <Link href={href} prefetch={false} className={`block rounded-sm px-2 py-1 pointer-coarse:py-2 outline-offset-[-2px] hover:bg-hover ${className}`}>
      {children}
    </Link>
  );
}

function Marked({ text }: { readonly text: MarkedText }) {
  return text.map((part, index) =>
    part.isFound ? (
      <mark key={index} className="rounded-[3px] bg-warning-soft text-warning-text">
        {part.text}
      </mark>
    ) : (
      part.text
    ),
  );
}

function NothingFound({ query }: { readonly query: string }) {
  return (
    <div className="mx-auto max-w-md py-[10vh] text-center">
      <h2 className="text-[17px] font-semibold tracking-[-0.01em]">Nothing says “{query}”</h2>
      <p className="mt-1.5 text-dim">Every word has to be in a title, on a slide or in its notes. Try fewer words, or the beginning of one.</p>
    </div>
  );
}

function countWords({ decks, nextCursor }: SearchResult): string {
  if (decks.length === 0) return "Nothing found";
  if (nextCursor !== null) return `The first ${decks.length} decks`;
  const slides = decks.reduce((sum, { slideCount }) => sum + slideCount, 0);
  return `${decks.length === 1 ? "One deck" : `${decks.length} decks`}, ${slides === 1 ? "one slide" : `${slides} slides`}`;
}
