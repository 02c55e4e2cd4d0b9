import { element, listen, stopAll } from "@/lib/player/dom";
import type { Behaviour } from "@/lib/player/player";
import { createSlideList } from "@/lib/player/slide-list";

/** `t` lists the titles of all slides, with a search. */
export const contents: Behaviour = (player) => {
  const title = element("h2", { id: "stage-contents-title" }, "Contents");
  const list = createSlideList(player, (slide) => {
    dialog.close();
    player.move({ type: "go", slide });
  });
  const dialog = element("dialog", { class: "stage-contents", "aria-labelledby": title.id }, title, ...list.parts);
  document.body.append(dialog);
  return stopAll([
    player.handle("contents", () => {
      list.refresh();
      dialog.showModal();
      list.show(player.position().slide);
      list.search.focus();
    }),
    listen(dialog, "keydown", (event) => {
      event.stopPropagation();
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        step(dialog, event.key === "ArrowDown" ? 1 : -1);
      }
      if (event.key !== "Escape") return;
      event.preventDefault();
      dialog.close();
    }),
    listen(dialog, "click", (event) => {
      if (event.target === dialog) dialog.close();
    }),
    () => dialog.remove(),
  ]);
};

/** Arrows lead from the search into the list, and through it. */
function step(dialog: HTMLElement, by: 1 | -1): void {
  const stops = [...dialog.querySelectorAll<HTMLElement>("input, li:not([hidden]) button")];
  const at = stops.findIndex((stop) => stop === document.activeElement);
  stops[Math.max(0, Math.min(stops.length - 1, at + by))]?.focus();
}
