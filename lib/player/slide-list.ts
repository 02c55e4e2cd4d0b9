import { slideName } from "@/lib/player/announce";
import { element, listen } from "@/lib/player/dom";
import { findSlides } from "@/lib/player/find-slide";
import type { Player } from "@/lib/player/player";

/** A list of all slides with a field to search them; Enter takes the first that is found. */
export interface SlideList {
  readonly parts: readonly HTMLElement[];
  readonly search: HTMLInputElement;
  /** Marks the slide that is shown. */
  readonly show: (slide: number) => void;
  /** Reads the slides again, and forgets what was searched. */
  readonly refresh: () => void;
}

/** `pick` is called with the slide that somebody chooses, counted from 0. */
export function createSlideList(player: Player, pick: (slide: number) => void): SlideList {
  const search = element("input", { type: "search", class: "slide-search", placeholder: "Search slides", "aria-label": "Search slides" });
  const list = element("ol", { class: "slide-list" });
  const none = element("p", { class: "slide-none", role: "status" }, "No slide is called that.");
  let items: readonly HTMLElement[] = [];
  let current = -1;

  const show = (slide: number) => {
    current = slide;
    items.forEach((item, index) => {
      if (index === slide) item.setAttribute("aria-current", "true");
      else item.removeAttribute("aria-current");
    });
    items[slide]?.scrollIntoView({ block: "nearest" });
  };
  const filter = () => {
    const found = new Set(findSlides(search.value, player.slides));
    items.forEach((item, index) => {
      item.hidden = !found.has(index);
    });
    none.hidden = found.size > 0;
  };
  const refresh = () => {
    items = player.slides.map((_, index) => {
      const number = element("span", { class: "slide-number" }, String(index + 1));
      const button = element("button", { type: "button" }, number, slideName(player, index) || "Untitled");
      button.addEventListener("click", () => pick(index));
      return element("li", {}, button);
    });
    list.replaceChildren(...items);
    search.value = "";
    filter();
    show(current);
  };
  refresh();
  listen(search, "input", filter);
  listen(search, "keydown", (event) => {
    const first = event.key === "Enter" ? findSlides(search.value, player.slides)[0] : undefined;
    if (event.key === "Escape" && search.value !== "") {
      event.preventDefault();
      event.stopPropagation();
      search.value = "";
      filter();
    }
    if (first === undefined) return;
    event.preventDefault();
    search.blur();
    pick(first);
  });
  return { parts: [search, none, list], search, show, refresh };
}
