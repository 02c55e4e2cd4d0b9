import { element, listen, stopAll } from "@/lib/player/dom";
import { fitSlide } from "@/lib/player/fit";
import { readNotes } from "@/lib/player/notes";
import type { Behaviour, Player } from "@/lib/player/player";

/** What `?print` asks for: the slides, or each of them above its notes. */
export function printOf(search: string): "slides" | "notes" | undefined {
  const asked = new URLSearchParams(search).get("print");
  if (asked === null) return undefined;
  return asked === "notes" ? "notes" : "slides";
}

/** Printing shows slides that nobody has opened yet: they are fitted first. `?print` opens the browser's dialog. */
export const print: Behaviour = (player) => {
  const asked = printOf(location.search);
  if (asked === "notes") document.documentElement.dataset.print = "notes";
  if (asked !== undefined) void loadFonts().then(() => window.print());
  return stopAll([
    listen(window, "beforeprint", () => {
      for (const { frame, section } of player.slides) {
        const { hidden } = frame;
        frame.hidden = false;
        fitSlide(section);
        frame.hidden = hidden;
      }
      if (document.documentElement.dataset.print === "notes") addNotes(player);
    }),
    listen(window, "afterprint", removeNotes),
    removeNotes,
  ]);
};

/** Fonts that only later slides use are loaded with these; printing does not wait for them. */
async function loadFonts(): Promise<void> {
  await Promise.all([...document.fonts].map((font) => font.load()));
}

/** Under each slide what is said to it; a document without notes says so once. */
function addNotes({ root, mode, slides }: Player): void {
  removeNotes();
  const notes = readNotes(mode, document.getElementById("stage-notes")?.textContent);
  slides.forEach(({ frame }, index) => {
    const page = element("div", { class: "stage-handout" });
    if (notes.state === "here") page.innerHTML = notes.bySlide[index] ?? "";
    else if (index === 0) page.textContent = notes.sentence;
    root.insertBefore(page, frame.nextSibling);
  });
}

function removeNotes(): void {
  for (const page of document.querySelectorAll(".stage-handout")) page.remove();
}
