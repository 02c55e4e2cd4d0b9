import { stripIds } from "@/lib/player/desk/picture";
import { element } from "@/lib/player/dom";
import { readNotes } from "@/lib/player/notes";
import type { Player } from "@/lib/player/player";

const sizesPx = [16, 18, 20, 24, 28, 34, 40] as const;

/** What is said to the slide, in a size that the speaker chooses. */
export interface NotesPane {
  readonly text: HTMLElement;
  readonly buttons: readonly HTMLElement[];
  readonly show: (slide: number) => void;
}

/** Empty until `show`. `size`: the step of the first size, counted from 0. */
export function createNotesPane(player: Player, { size: first = 2 }: { readonly size?: number } = {}): NotesPane {
  let size = first;
  const text = element("div", { class: "desk-notes-text", tabindex: "0", role: "region", "aria-label": "Speaker notes" });
  const smaller = element("button", { type: "button", "aria-label": "Smaller notes" }, "A−");
  const larger = element("button", { type: "button", "aria-label": "Larger notes" }, "A+");
  const resize = (by: number) => {
    size = Math.max(0, Math.min(sizesPx.length - 1, size + by));
    text.style.fontSize = `${sizesPx[size] ?? 20}px`;
  };
  resize(0);
  smaller.addEventListener("click", () => resize(-1));
  larger.addEventListener("click", () => resize(1));
  return {
    text,
    buttons: [smaller, larger],
    show: (slide) => {
      // Read each time: a newer version of the slides brings its own.
      const notes = readNotes(player.mode, document.querySelector("script#stage-notes")?.textContent);
      const html = notes.state === "here" ? (notes.bySlide[slide] ?? "") : "";
      text.toggleAttribute("data-empty", html === "");
      if (html === "") text.textContent = notes.state === "here" ? "No notes on this slide." : notes.sentence;
      else {
        // Sanitised where the document was made, like the slides.
        text.innerHTML = html;
        stripIds(text);
      }
      text.scrollTop = 0;
    },
  };
}
