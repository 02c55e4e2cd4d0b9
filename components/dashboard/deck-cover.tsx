"use client";
import { SlideView } from "@/components/slides/slide-view";
import { classNames } from "@/components/ui/class-names";
import type { DeckCover as Cover } from "@/lib/api/decks";

export interface DeckCoverProps {
  /** Undefined while it needs not be drawn. */
  readonly cover: Cover | undefined;
  readonly aspectRatio: Cover["aspectRatio"];
  readonly isRinged?: boolean;
  readonly className?: string | false;
}

/** A true picture of a deck's first slide, in a frame of 16:9 whatever the deck's own. */
export function DeckCover({ cover, aspectRatio, isRinged = false, className }: DeckCoverProps) {
  return (
    <span
      className={classNames(
        "flex aspect-video items-center justify-center overflow-hidden rounded-md bg-sunken transition-shadow duration-100",
        isRinged ? "shadow-[0_0_0_2px_var(--accent)]!" : "shadow-[0_0_0_1px_var(--line)]",
        className,
      )}
    >
      <span inert className={classNames("pointer-events-none block overflow-hidden", aspectRatio === "4:3" ? "aspect-4/3 h-full" : "w-full")}>
        {cover === undefined ? null : (
          <SlideView html={cover.html} settings={{ theme: cover.theme, colorScheme: cover.scheme, aspectRatio: cover.aspectRatio }} />
        )}
      </span>
    </span>
  );
}
