import { slideName } from "@/lib/player/announce";
import { createDeskTimer } from "@/lib/player/desk-timer";
import { element, listen, stopAll } from "@/lib/player/dom";
import { fitSlide } from "@/lib/player/fit";
import { readNotes } from "@/lib/player/notes";
import type { Behaviour, Player } from "@/lib/player/player";
import { showStep } from "@/lib/player/show-step";
import { following, type Position } from "@/lib/player/state";
import { linkWindows } from "@/lib/player/window-link";

const noteSizes = [16, 18, 20, 24, 28, 34, 40] as const;

/** The presenter's desk: this slide, the next step, notes, time, and a list of all slides. */
export const desk: Behaviour = (player) => {
  const timer = createDeskTimer(player);
  const current = createView(player, "Now");
  const next = createView(player, "Next");
  const place = element("output", { class: "desk-place", "aria-live": "off" });
  const notes = createNotes(player);
  const list = createList(player);
  const back = element("button", { type: "button", "data-command": "previous" }, "Back");
  const forward = element("button", { type: "button", "data-command": "next", class: "desk-forward" }, "Next");
  const blank = element("button", { type: "button", "data-command": "blank" }, "Blank");
  const head = element("header", { class: "desk-head" }, timer.bar, place, element("div", { class: "desk-buttons" }, blank, back, forward));
  const page = element("main", { class: "desk", "aria-label": "Presenter's desk" }, head, current.box, next.box, notes.box, list.box);
  player.root.hidden = true;
  document.documentElement.dataset.desk = "";
  document.body.append(page);

  let isLinked = false;
  let stage = new URLSearchParams(location.search).get("stage") ?? undefined;
  const link = linkWindows((message) => {
    if (message.role !== "stage" || (stage !== undefined && message.stage !== stage)) return;
    if (message.type === "at") {
      stage = message.stage;
      // The first answer only says where the stage stands: the talk has not gone on.
      player.move({ type: "go", ...message.position }, { isRemote: true, isQuiet: !isLinked });
      isLinked = true;
    } else if (message.type === "hello") greet();
  });
  const greet = () => link.send({ type: "hello", role: "desk", stage });

  const update = () => {
    const position = player.position();
    current.show(position);
    next.show(following(position, player.fragments));
    notes.show(position.slide);
    list.show(position.slide);
    place.textContent = `${position.slide + 1} / ${player.slides.length}`;
  };
  update();
  greet();

  return stopAll([
    player.onMove(({ position, isRemote }) => {
      update();
      if (!isRemote && stage !== undefined) link.send({ type: "at", role: "desk", stage, position });
    }),
    player.handle("blank", () => {
      if (stage !== undefined) link.send({ type: "blank", role: "desk", stage });
    }),
    listen(page, "click", (event) => {
      const command = event.target instanceof Element ? event.target.closest("button")?.dataset.command : undefined;
      if (command === "next" || command === "previous" || command === "blank") player.run(command);
    }),
    timer.stop,
    link.stop,
    () => {
      page.remove();
      player.root.hidden = false;
      delete document.documentElement.dataset.desk;
    },
  ]);
};

/** A picture of one place of the talk, for looking at only. */
function createView(player: Player, name: string) {
  const frame = element("div", { class: "frame" });
  const deck = element("div", { class: "deck", inert: "" }, frame);
  for (const key of ["theme", "scheme", "aspect"]) deck.dataset[key] = player.root.dataset[key] ?? "";
  const end = element("p", { class: "desk-end" }, "End of the talk");
  const box = element("section", { class: `desk-view desk-${name.toLowerCase()}`, "aria-label": name }, element("h2", {}, name), deck, end);
  let shown: HTMLElement | undefined;
  return {
    box,
    show: (position: Position | undefined) => {
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
  };
}

/** Ids stay with the slide itself. */
function copyOf(section: HTMLElement): HTMLElement {
  const copy = element("section");
  for (const { name, value } of section.attributes) if (name !== "id") copy.setAttribute(name, value);
  copy.append(...[...section.childNodes].map((node) => node.cloneNode(true)));
  stripIds(copy);
  return copy;
}

function stripIds(root: HTMLElement): void {
  for (const marked of root.querySelectorAll("[id]")) marked.removeAttribute("id");
}

function createNotes(player: Player) {
  const notes = readNotes(player.mode, document.querySelector("script#stage-notes")?.textContent);
  let size = 2;
  const text = element("div", { class: "desk-notes-text", tabindex: "0", role: "region", "aria-label": "Speaker notes" });
  const smaller = element("button", { type: "button", "aria-label": "Smaller notes" }, "A−");
  const larger = element("button", { type: "button", "aria-label": "Larger notes" }, "A+");
  const box = element(
    "section",
    { class: "desk-notes", "aria-label": "Notes" },
    element("header", {}, element("h2", {}, "Notes"), smaller, larger),
    text,
  );
  const resize = (by: number) => {
    size = Math.max(0, Math.min(noteSizes.length - 1, size + by));
    text.style.fontSize = `${noteSizes[size] ?? 20}px`;
  };
  resize(0);
  smaller.addEventListener("click", () => resize(-1));
  larger.addEventListener("click", () => resize(1));
  return {
    box,
    show: (slide: number) => {
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

function createList(player: Player) {
  const items = player.slides.map((_, index) => {
    const button = element("button", { type: "button" }, `${index + 1}  ${slideName(player, index) || "Untitled"}`);
    button.addEventListener("click", () => player.move({ type: "go", slide: index }));
    return element("li", {}, button);
  });
  const box = element("nav", { class: "desk-list", "aria-label": "All slides" }, element("ol", {}, ...items));
  return {
    box,
    show: (slide: number) => {
      items.forEach((item, index) => {
        if (index === slide) item.setAttribute("aria-current", "true");
        else item.removeAttribute("aria-current");
      });
      items[slide]?.scrollIntoView({ block: "center" });
    },
  };
}
