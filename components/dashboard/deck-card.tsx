"use client";
import { Ellipsis, LayoutTemplate, Star, Trash2, Users } from "lucide-react";
import Link from "next/link";
import { memo, useRef, type MouseEvent } from "react";
import { cardWords } from "@/components/dashboard/card-words";
import { DeckCover } from "@/components/dashboard/deck-cover";
import { useInSight } from "@/components/dashboard/use-in-sight";
import { classNames } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import type { DeckInfo } from "@/lib/api/decks";

export interface DeckCardProps {
  readonly deck: DeckInfo;
  readonly now: Date;
  /** Drawn at once; the others when they come near. */
  readonly isFirst: boolean;
  readonly isSelected: boolean;
  /** The same object at every drawing of the list, since it may hold a thousand cards. */
  readonly acts: CardActs;
}

export interface CardActs {
  readonly select: (deck: DeckInfo, how: { readonly isStretch: boolean }) => void;
  readonly openMenu: (deck: DeckInfo, anchor: Element) => void;
  readonly star: (deck: DeckInfo) => void;
  readonly showTag: (tag: string) => void;
}

/** Marks what arrow keys go between. */
export const cardAttribute = "data-card";
/** Marks a list (`group/cards`) in which some are chosen: then a click chooses, and doesn't open. */
export const selectingAttribute = "data-selecting";

/** A deck in the list: a true picture of its first slide, its title, who edited it last and when. */
export const DeckCard = memo(function DeckCard({ deck, now, isFirst, isSelected, acts }: DeckCardProps) {
  const card = useRef<HTMLLIElement>(null);
  const isInSight = useInSight(card, { atFirst: isFirst, forgets: true });
  const isTrashed = deck.trashedAt !== null;
  const onClick = (event: MouseEvent) => {
    // Enter opens, whatever is chosen: it comes as a click that nothing was pressed for.
    const isSelecting = event.currentTarget.closest(`[${selectingAttribute}]`) !== null;
    if (event.detail === 0 || (!event.shiftKey && !isSelecting)) return;
    event.preventDefault();
    acts.select(deck, { isStretch: event.shiftKey });
  };
  return (
    <li ref={card} className="group relative flex flex-col rounded-lg [contain-intrinsic-size:auto_250px] [content-visibility:auto] -m-1 p-1">
      <div className="relative">
        <Link
          href={`/decks/${deck.id}`}
          {...{ [cardAttribute]: deck.id }}
          prefetch={false}
          className="block rounded-lg outline-offset-1"
          onClick={onClick}
          onContextMenu={(event) => {
            event.preventDefault();
            acts.openMenu(deck, event.currentTarget);
          }}
        >
          <DeckCover
            cover={isInSight ? deck.cover : undefined}
            aspectRatio={deck.cover.aspectRatio}
            isRinged={isSelected}
            className={classNames("group-hover:shadow-[0_0_0_1px_var(--control),0_8px_20px_-10px_var(--shade)]", isTrashed && "opacity-60 grayscale")}
          />
          <span className="mt-2.5 block truncate pr-8 font-medium">{deck.title}</span>
        </Link>
        <p className="mt-0.5 flex items-center gap-1.5 truncate pr-8 text-[13px] text-dim">
          <CardSign deck={deck} />
          <span className="truncate">{cardWords(deck, now)}</span>
        </p>
        <div className="absolute right-0 bottom-0">
          <IconButton
            label={`More about ${deck.title}`}
            icon={Ellipsis}
            size="sm"
            hasTooltip={false}
            aria-haspopup="menu"
            onClick={(event) => acts.openMenu(deck, event.currentTarget)}
          />
        </div>
      </div>
      {deck.tags.length === 0 ? null : <CardTags tags={deck.tags} onTag={acts.showTag} />}
      <input
        type="checkbox"
        aria-label={`Select ${deck.title}`}
        checked={isSelected}
        onChange={() => acts.select(deck, { isStretch: false })}
        className="absolute top-3 left-3 size-[18px] cursor-pointer rounded-sm accent-(--accent) opacity-0 transition-opacity duration-100 group-hover:opacity-100 group-data-selecting/cards:opacity-100 focus-visible:opacity-100"
      />
      {isTrashed ? null : (
        <IconButton
          label={deck.isStarred ? `Take the star of ${deck.title} away` : `Star ${deck.title}`}
          icon={Star}
          size="sm"
          hasTooltip={false}
          aria-pressed={deck.isStarred}
          onClick={() => acts.star(deck)}
          className={classNames(
            "absolute! top-2.5 right-2.5 bg-raised/85 opacity-0 backdrop-blur-sm group-hover:opacity-100 focus-visible:opacity-100 aria-pressed:opacity-100 aria-pressed:[&>svg]:fill-current pointer-coarse:hidden pointer-coarse:aria-pressed:inline-flex",
          )}
        />
      )}
    </li>
  );
});

function CardSign({ deck }: { readonly deck: DeckInfo }) {
  const className = "size-3.5 shrink-0";
  if (deck.trashedAt !== null) return <Trash2 className={className} aria-hidden="true" />;
  if (deck.isTemplate) return <LayoutTemplate className={className} role="img" aria-label="Template" />;
  return deck.owner.isYou ? null : <Users className={className} aria-hidden="true" />;
}

/** Tags that fit in a line; all of them are in the dialog. */
const maxTagsShown = 3;

function CardTags({ tags, onTag }: { readonly tags: readonly string[]; readonly onTag: (tag: string) => void }) {
  return (
    <p className="mt-1.5 flex min-w-0 gap-1 pr-8">
      {tags.slice(0, maxTagsShown).map((tag) => (
        <button
          key={tag}
          type="button"
          aria-label={`Show what is tagged ${tag}`}
          onClick={() => onTag(tag)}
          className="min-w-0 truncate rounded-sm bg-hover px-1.5 text-xs leading-5 text-dim hover:bg-pressed hover:text-text"
        >
          {tag}
        </button>
      ))}
      {tags.length > maxTagsShown ? <span className="shrink-0 text-xs leading-5 text-dim">+{tags.length - maxTagsShown}</span> : null}
    </p>
  );
}
