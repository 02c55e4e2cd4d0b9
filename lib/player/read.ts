import { listen, stopAll } from "@/lib/player/dom";
import { reachWide } from "@/lib/player/fit";
import type { Behaviour } from "@/lib/player/player";

/** A card counts as the one that is read once its head is above this part of the window. */
const readingLine = 0.4;

/** Slides as cards of text, one under the other. The slide that is read goes with the scrolling, and the other way round. */
export const read: Behaviour = (player) => {
  player.root.dataset.view = "read";
  /** Scrolling that nobody here asked for (another slide of the talk, pictures that came) says nothing of the reader. */
  let isReaders = false;
  let frame = 0;
  const current = () => player.slides.findLastIndex((slide) => slide.frame.getBoundingClientRect().top <= innerHeight * readingLine);
  const show = (slide: number) => {
    isReaders = false;
    player.slides[slide]?.frame.scrollIntoView({ block: "start", behavior: "instant" });
  };
  if (player.position().slide > 0) show(player.position().slide);
  const reach = () => player.slides.forEach(({ section }) => reachWide(section));
  // Before its fonts are there nobody knows how wide code is.
  void document.fonts.ready.then(reach);
  const mine = () => {
    isReaders = true;
  };
  return stopAll([
    ...(["wheel", "touchmove", "pointerdown", "keydown"] as const).map((type) => listen(window, type, mine, { passive: true })),
    listen(
      window,
      "scroll",
      () => {
        cancelAnimationFrame(frame);
        frame = requestAnimationFrame(() => {
          const slide = Math.max(0, current());
          if (isReaders && slide !== player.position().slide) player.move({ type: "go", slide }, { isQuiet: true });
        });
      },
      { passive: true },
    ),
    player.onReplace(reach),
    player.onMove(({ position, before }) => {
      if (position.slide !== before?.slide && position.slide !== current()) show(position.slide);
    }),
    () => {
      cancelAnimationFrame(frame);
      delete player.root.dataset.view;
    },
  ]);
};
