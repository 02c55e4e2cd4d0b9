import { createDialog } from "@/lib/player/dialog";
import { listen, stopAll } from "@/lib/player/dom";
import type { Behaviour } from "@/lib/player/player";
import { createSlideList } from "@/lib/player/slide-list";

/** `t` lists the titles of all slides, with a search. */
export const contents: Behaviour = (player) => {
  const list = createSlideList(player, (slide) => {
    close();
    player.move({ type: "go", slide });
  });
  const { box, title, close, stop } = createDialog("stage-contents", "stage-contents-title", ...list.parts);
  title.textContent = "Contents";
  return stopAll([
    player.handle("contents", () => {
      list.refresh();
      box.showModal();
      list.show(player.position().slide);
      list.search.focus();
    }),
    listen(box, "keydown", (event) => {
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      event.preventDefault();
      step(box, event.key === "ArrowDown" ? 1 : -1);
    }),
    stop,
  ]);
};

/** Arrows lead from the search into the list, and through it. */
function step(dialog: HTMLElement, by: 1 | -1): void {
  const stops = [...dialog.querySelectorAll<HTMLElement>("input, li:not([hidden]) button")];
  const at = stops.findIndex((stop) => stop === document.activeElement);
  stops[Math.max(0, Math.min(stops.length - 1, at + by))]?.focus();
}
