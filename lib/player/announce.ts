import { element } from "@/lib/player/dom";
import type { Behaviour, Player } from "@/lib/player/player";

/** `Slide 3 of 20: The wait`. */
export function slideWords(player: Pick<Player, "slides" | "total">, index: number): string {
  const place = `Slide ${index + 1} of ${player.total}`;
  const name = slideName(player, index);
  return name === "" ? place : `${place}: ${name}`;
}

/** A slide's title, or the words that it begins with; empty where it has no name but its number. */
export function slideName(player: Pick<Player, "slides">, index: number): string {
  const title = player.slides[index]?.title ?? "";
  return /^Slide \d+$/.test(title) ? "" : title;
}

/** Says the slide's place and name, politely, when it changes. */
export const announce: Behaviour = (player) => {
  const live = element("div", { class: "stage-announcer", role: "status", "aria-live": "polite" });
  document.body.append(live);
  const stop = player.onMove(({ position, before }) => {
    if (position.slide !== before?.slide) live.textContent = slideWords(player, position.slide);
  });
  return () => {
    stop();
    live.remove();
  };
};
