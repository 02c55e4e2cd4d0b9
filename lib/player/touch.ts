import { listen, stopAll } from "@/lib/player/dom";
import type { Behaviour } from "@/lib/player/player";

const swipePx = 30;

/** What a finger's way says: a swipe goes sideways, further than it goes up or down. */
export function swipeOf(dx: number, dy: number): "next" | "previous" | undefined {
  if (Math.abs(dx) < swipePx || Math.abs(dx) < Math.abs(dy) * 1.5) return undefined;
  return dx < 0 ? "next" : "previous";
}

/** Swipe to go through the slides; two fingers zoom, and what scrolls sideways keeps its scrolling. */
export const touch: Behaviour = (player) => {
  // While a transition runs its picture covers the stage and takes the fingers: so the document listens.
  let start: { readonly x: number; readonly y: number } | undefined;
  return stopAll([
    listen(
      document,
      "touchstart",
      (event) => {
        const [finger, second] = event.touches;
        start = finger && !second && !keepsSwipes(event.target) ? { x: finger.clientX, y: finger.clientY } : undefined;
      },
      { passive: true },
    ),
    listen(
      document,
      "touchend",
      (event) => {
        const finger = event.changedTouches[0];
        if (!start || !finger || (window.visualViewport?.scale ?? 1) > 1.05) return;
        const swipe = swipeOf(finger.clientX - start.x, finger.clientY - start.y);
        start = undefined;
        if (swipe) player.run(swipe);
      },
      { passive: true },
    ),
    listen(document, "touchcancel", () => {
      start = undefined;
    }),
  ]);
};

function keepsSwipes(target: EventTarget | null): boolean {
  for (let node = target instanceof Element ? target : null; node && !node.matches(".stage"); node = node.parentElement) {
    if (node.matches("video, audio, iframe, dialog, [data-prevent-swipe]")) return true;
    if (node.scrollWidth > node.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(node).overflowX)) return true;
  }
  return false;
}
