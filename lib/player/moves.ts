import { stopAll } from "@/lib/player/dom";
import type { Behaviour } from "@/lib/player/player";

/** The commands that go through the talk. Down and up first scroll a slide that is taller than its canvas. */
export const moves: Behaviour = (player) => {
  const types = ["next", "previous", "next-slide", "previous-slide", "first", "last"] as const;
  const scroll = (direction: 1 | -1) => {
    const content = player.slides[player.position().slide]?.section.querySelector<HTMLElement>(":scope > .slide-content");
    if (!content?.closest("[data-over]")) return false;
    const before = content.scrollTop;
    content.scrollTop += direction * content.clientHeight * 0.8;
    return content.scrollTop !== before;
  };
  return stopAll([
    ...types.map((type) => player.handle(type, (isQuiet) => player.move({ type }, { isQuiet }))),
    player.handle("down", (isQuiet) => void (scroll(1) || player.move({ type: "next" }, { isQuiet }))),
    player.handle("up", (isQuiet) => void (scroll(-1) || player.move({ type: "previous" }, { isQuiet }))),
  ]);
};
