"use client";
import type { DrawnDeck } from "@/components/editor/history/draw-deck";
import { useSteps } from "@/components/editor/history/use-steps";
import { SlideView } from "@/components/slides/slide-view";

/** The first slide of a drawn text, set as tight as it has to be; its place until it is drawn. */
export function SlidePicture({ deck, label }: { readonly deck: DrawnDeck | undefined; readonly label: string }) {
  if (deck === undefined) return <div className="aspect-video rounded-md bg-sunken shadow-[0_0_0_1px_var(--line)]" />;
  return <Drawn deck={deck} label={label} />;
}

function Drawn({ deck, label }: { readonly deck: DrawnDeck; readonly label: string }) {
  const steps = useSteps(deck, firstSlide);
  return (
    <div className="overflow-hidden rounded-md shadow-[0_0_0_1px_var(--line)]">
      <SlideView html={deck.slides[0]?.html ?? ""} settings={deck.settings} css={deck.css} fit={steps.get(0)} label={label} />
    </div>
  );
}

const firstSlide = [0];
