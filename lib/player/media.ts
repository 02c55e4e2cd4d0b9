import type { Behaviour } from "@/lib/player/player";

/** Films and recordings play on their own slide alone: some begin when it is shown, and all end with it. */
export const media: Behaviour = (player) => {
  const each = (slide: number, act: (media: HTMLMediaElement) => void) => {
    for (const found of player.slides[slide]?.section.querySelectorAll<HTMLMediaElement>("video, audio") ?? []) act(found);
  };
  const start = (found: HTMLMediaElement) => {
    if (found.dataset.autoplay !== undefined) void found.play().catch(ignoreRefusal);
  };
  each(player.position().slide, start);
  const stop = player.onMove(({ position, before }) => {
    if (position.slide === before?.slide) return;
    if (before) each(before.slide, (found) => found.pause());
    each(position.slide, start);
  });
  return () => {
    stop();
    each(player.position().slide, (found) => found.pause());
  };
};

/** Sound without a key or a click before it is refused, and so is a film that can't be had: its controls are there. */
function ignoreRefusal(reason: unknown): void {
  if (!(reason instanceof DOMException)) throw reason;
}
