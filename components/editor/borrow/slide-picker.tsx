"use client";
import { useRef } from "react";
import { useInSight } from "@/components/dashboard/use-in-sight";
import { useDrawnDeck, type DrawnSource } from "@/components/editor/borrow/use-drawn-deck";
import { SlideView } from "@/components/slides/slide-view";
import { classNames } from "@/components/ui/class-names";
import type { DeckInfo } from "@/lib/api/decks";

export interface SlidePickerProps {
  readonly deck: DeckInfo;
  /** Addresses of the chosen slides, in the order they were chosen. */
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** All slides of a deck as true pictures; a press chooses one, and says as which it comes. */
export function SlidePicker({ deck, chosen, onChange }: SlidePickerProps) {
  const { drawn, failure } = useDrawnDeck(deck.id);
  const toggle = (anchor: string) => onChange(chosen.includes(anchor) ? chosen.filter((known) => known !== anchor) : [...chosen, anchor]);
  return (
    <div className="min-h-0 flex-1 overflow-y-auto p-4" aria-busy={drawn === undefined || undefined}>
      {failure === undefined ? null : <p className="text-[13px] text-danger-text">{failure}</p>}
      <ul aria-label="Slides" className="grid grid-cols-[repeat(auto-fill,minmax(min(46%,220px),1fr))] gap-4">
        {drawn?.anchors.map((anchor, index) => (
          <SlideChoice key={anchor} drawn={drawn} index={index} place={chosen.indexOf(anchor) + 1} onToggle={() => toggle(anchor)} />
        ))}
      </ul>
    </div>
  );
}

interface SlideChoiceProps {
  readonly drawn: DrawnSource;
  readonly index: number;
  /** As which it was chosen, from 1; 0 where it is not. */
  readonly place: number;
  readonly onToggle: () => void;
}

function SlideChoice({ drawn: { deck }, index, place, onToggle }: SlideChoiceProps) {
  const frame = useRef<HTMLLIElement>(null);
  const isInSight = useInSight(frame, { atFirst: index < 8 });
  const slide = deck.slides[index];
  const isChosen = place > 0;
  return (
    <li ref={frame} className="relative">
      <button
        type="button"
        aria-pressed={isChosen}
        aria-label={`Slide ${index + 1}${slide?.title ? `: ${slide.title}` : ""}`}
        onClick={onToggle}
        className="block w-full rounded-md outline-offset-4"
      >
        <span
          inert
          className={classNames(
            "block aspect-video overflow-hidden rounded-md bg-sunken",
            isChosen ? "shadow-[0_0_0_2px_var(--accent)]" : "shadow-[0_0_0_1px_var(--line)] hover:shadow-[0_0_0_1px_var(--control)]",
          )}
        >
          {isInSight && slide !== undefined ? <SlideView html={slide.html} css={deck.css} settings={deck.settings} /> : null}
        </span>
      </button>
      <p className="mt-1.5 truncate text-xs text-dim" aria-hidden="true">
        <span className="tabular-nums">{index + 1}</span> {slide?.title}
      </p>
      {isChosen ? (
        <span
          aria-hidden="true"
          className="pointer-events-none absolute top-2 right-2 flex h-6 min-w-6 items-center justify-center rounded-full bg-accent px-1.5 text-xs font-semibold text-on-accent tabular-nums"
        >
          {place}
        </span>
      ) : null}
    </li>
  );
}
