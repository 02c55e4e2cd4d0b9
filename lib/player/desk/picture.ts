import { element } from "@/lib/player/dom";
import { fitSlide } from "@/lib/player/fit";
import type { Player } from "@/lib/player/player";
import { showStep } from "@/lib/player/show-step";
import type { Position } from "@/lib/player/state";

/** A picture of one place of the talk, for looking at only. */
export interface Picture {
  readonly box: HTMLElement;
  readonly frame: HTMLElement;
  readonly show: (position: Position | undefined) => void;
  /** Draws it anew: the slides are others now. */
  readonly refresh: () => void;
}

/** Empty until `show`, which with no position says that the talk is over. `name` stands above it. */
export function createPicture(player: Player, name: string): Picture {
  const frame = element("div", { class: "frame" });
  const deck = element("div", { class: "deck", inert: "" }, frame);
  const end = element("p", { class: "desk-end" }, "End of the talk");
  const box = element("section", { class: `desk-view desk-${name.toLowerCase()}`, "aria-label": name }, element("h2", {}, name), deck, end);
  let shown: HTMLElement | undefined;
  const dress = () => {
    for (const key of ["theme", "scheme", "aspect"]) deck.dataset[key] = player.root.dataset[key] ?? "";
  };
  dress();
  return {
    box,
    frame,
    show: (position) => {
      deck.hidden = position === undefined;
      end.hidden = position !== undefined;
      const section = position && player.slides[position.slide]?.section;
      if (!section || !position) return;
      if (frame.dataset.slide !== String(position.slide) || !shown) {
        shown = copyOf(section);
        frame.replaceChildren(shown);
        frame.dataset.slide = String(position.slide);
        fitSlide(shown);
      }
      showStep(shown, position.step);
    },
    refresh: () => {
      shown = undefined;
      dress();
    },
  };
}

/** Ids stay with the slide itself, but a drawing's, which it is nothing without: copies stand before the slides, so that those are the ones found. */
function copyOf(section: HTMLElement): HTMLElement {
  const copy = element("section");
  for (const { name, value } of section.attributes) if (name !== "id") copy.setAttribute(name, value);
  copy.append(...[...section.childNodes].map((node) => node.cloneNode(true)));
  stripIds(copy);
  return copy;
}

/** Takes ids off everything but drawings, which refer to their own parts by them. */
export function stripIds(root: HTMLElement): void {
  for (const marked of root.querySelectorAll("[id]:not(svg, svg *)")) marked.removeAttribute("id");
}
