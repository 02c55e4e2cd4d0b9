import { element, listen, stopAll } from "@/lib/player/dom";
import type { Spot } from "@/lib/player/live/live-state";
import type { Behaviour, Player } from "@/lib/player/player";

/** `l` turns the mouse into a dot on the slide. Where somebody drives a talk, the audience sees it too. */
export const pointer: Behaviour = (player) => pointOn(player, () => player.slides[player.position().slide]?.frame);

/** A pointer on the surface that shows the slide: the stage's frame, or the desk's picture of it. */
export function pointOn(player: Player, surface: () => HTMLElement | undefined): () => void {
  const dot = element("div", { class: "stage-pointer", "aria-hidden": "true" });
  let isOn = false;
  const turn = (value: boolean) => {
    if (isOn === value) return false;
    isOn = value;
    document.documentElement.toggleAttribute("data-pointer", isOn);
    if (!isOn) player.point(undefined);
    return true;
  };
  return stopAll([
    player.handle("pointer", () => void turn(!isOn)),
    player.handle("escape", () => turn(false)),
    listen(
      window,
      "pointermove",
      ({ clientX, clientY }) => {
        if (isOn) player.point(spotOn(surface()?.getBoundingClientRect(), clientX, clientY));
      },
      { passive: true },
    ),
    player.onPoint(({ spot }) => {
      const at = surface();
      if (!spot || !at) return dot.remove();
      dot.style.left = `${spot.x * 100}%`;
      dot.style.top = `${spot.y * 100}%`;
      if (dot.parentElement !== at) at.append(dot);
    }),
    player.onMove(() => dot.remove()),
    () => {
      turn(false);
      dot.remove();
    },
  ]);
}

/** Where on a surface the mouse is; undefined beside it. */
export function spotOn(box: Pick<DOMRect, "left" | "top" | "width" | "height"> | undefined, x: number, y: number): Spot | undefined {
  if (!box || box.width === 0 || box.height === 0) return undefined;
  const spot = { x: (x - box.left) / box.width, y: (y - box.top) / box.height };
  return spot.x >= 0 && spot.x <= 1 && spot.y >= 0 && spot.y <= 1 ? spot : undefined;
}
