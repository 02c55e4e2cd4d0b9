"use client";
import { Trash2, Users } from "lucide-react";
import Link from "next/link";
import { useRef } from "react";
import { CardMenu, type CardActs } from "@/components/dashboard/card-menu";
import { relativeTime } from "@/components/dashboard/relative-time";
import { useInSight } from "@/components/dashboard/use-in-sight";
import { SlideView } from "@/components/slides/slide-view";
import { classNames } from "@/components/ui/class-names";
import type { DeckInfo } from "@/lib/api/decks";

export interface DeckCardProps {
  readonly deck: DeckInfo;
  readonly now: Date;
  readonly acts: CardActs;
  /** Drawn at once; the others when they come near. */
  readonly isFirst: boolean;
}

/** Marks what arrow keys go between. */
export const cardAttribute = "data-card";

/** A deck in the list: a true picture of its first slide, its title, who edited it last and when. */
export function DeckCard({ deck, now, acts, isFirst }: DeckCardProps) {
  const card = useRef<HTMLLIElement>(null);
  const isInSight = useInSight(card, isFirst);
  const { cover } = deck;
  const isTrashed = deck.trashedAt !== null;
  return (
    <li ref={card} className="group relative flex flex-col rounded-lg">
      <Link
        href={`/decks/${deck.id}`}
        {...{ [cardAttribute]: deck.id }}
        prefetch={false}
        className="rounded-lg outline-offset-4"
        onKeyDown={(event) => {
          if (event.key === "F2") acts.rename(deck);
          else if (event.key === "Delete") acts.trash(deck);
        }}
      >
        <span
          className={classNames(
            "flex aspect-video items-center justify-center overflow-hidden rounded-md bg-sunken shadow-[0_0_0_1px_var(--line)] transition-shadow duration-100",
            "group-hover:shadow-[0_0_0_1px_var(--control),0_8px_20px_-10px_var(--shade)]",
            isTrashed && "opacity-60 grayscale",
          )}
        >
          <span
            inert
            className={classNames("pointer-events-none block overflow-hidden", cover.aspectRatio === "4:3" ? "aspect-4/3 h-full" : "w-full")}
          >
            {isInSight ? (
              <SlideView html={cover.html} settings={{ theme: cover.theme, colorScheme: cover.scheme, aspectRatio: cover.aspectRatio }} />
            ) : null}
          </span>
        </span>
        <span className="mt-2.5 block truncate pr-8 font-medium">{deck.title}</span>
      </Link>
      <p className="mt-0.5 flex items-center gap-1.5 truncate pr-8 text-[13px] text-dim">
        {isTrashed ? (
          <Trash2 className="size-3.5 shrink-0" aria-hidden="true" />
        ) : deck.owner.isYou ? null : (
          <Users className="size-3.5 shrink-0" aria-hidden="true" />
        )}
        <span className="truncate">{stateText(deck, now)}</span>
      </p>
      <div className="absolute right-0 bottom-1">
        <CardMenu deck={deck} acts={acts} />
      </div>
    </li>
  );
}

function stateText({ lastEditedAt, lastEditedBy, trashedAt, owner }: DeckInfo, now: Date): string {
  if (trashedAt !== null) return `In the trash since ${relativeTime(trashedAt, now)}`.replace("since just now", "since a moment ago");
  const edited = `Edited ${relativeTime(lastEditedAt, now)}${lastEditedBy === null ? "" : ` by ${lastEditedBy}`}`;
  return owner.isYou ? edited : `${edited} · ${owner.name}’s`;
}
