import { slideWords } from "@/lib/player/announce";
import { element, listen, stopAll } from "@/lib/player/dom";
import type { Command } from "@/lib/player/keys";
import type { Behaviour } from "@/lib/player/player";
import { fitSlide } from "@/lib/player/fit";

/** `o` lays all slides out; arrows and Enter, or a click, choose one. */
export const overview: Behaviour = (player) => {
  const { root } = player;
  // The slides' own headings are not to be reached meanwhile.
  const heading = element("h1", { class: "stage-announcer" }, "All slides");
  let chosen = 0;
  const isOpen = () => root.dataset.view === "overview";

  const choose = (index: number) => {
    chosen = Math.max(0, Math.min(player.slides.length - 1, index));
    player.slides.forEach(({ frame }, at) => {
      frame.tabIndex = at === chosen ? 0 : -1;
    });
    player.slides[chosen]?.frame.focus();
    player.slides[chosen]?.frame.scrollIntoView({ block: "nearest" });
  };
  const open = () => {
    root.dataset.view = "overview";
    root.append(heading);
    player.slides.forEach(({ frame, section }, index) => {
      frame.hidden = false;
      section.inert = true;
      frame.setAttribute("role", "button");
      frame.setAttribute("aria-label", slideWords(player, index));
      fitSlide(section);
    });
    choose(player.position().slide);
    return true;
  };
  const close = () => {
    if (!isOpen()) return false;
    delete root.dataset.view;
    heading.remove();
    player.slides.forEach(({ frame, section }, index) => {
      frame.hidden = index !== player.position().slide;
      section.inert = false;
      for (const name of ["role", "aria-label", "tabindex"]) frame.removeAttribute(name);
    });
    return true;
  };
  const go = (index: number) => {
    close();
    player.move({ type: "go", slide: index });
  };
  /** How many slides stand in a row, as laid out now. */
  const columns = () => Math.max(1, player.slides.filter(({ frame }) => frame.offsetTop === player.slides[0]?.frame.offsetTop).length);

  const choices: readonly (readonly [Command, () => number])[] = [
    ["next", () => chosen + 1],
    ["previous", () => chosen - 1],
    ["down", () => chosen + columns()],
    ["up", () => (chosen < columns() ? chosen : chosen - columns())],
    ["first", () => 0],
    ["last", () => player.slides.length - 1],
  ];

  return stopAll([
    player.handle("overview", () => {
      if (!close()) open();
    }),
    // In full screen the first Esc leaves it, which the browser does itself.
    player.handle("escape", () => close() || (document.fullscreenElement === null && open())),
    ...choices.map(([command, to]) => player.handle(command, () => (isOpen() ? choose(to()) : false))),
    listen(root, "click", (event) => {
      if (!isOpen()) return;
      const index = player.slides.findIndex(({ frame }) => event.target instanceof Node && frame.contains(event.target));
      if (index !== -1) go(index);
    }),
    listen(root, "keydown", (event) => {
      if (!isOpen() || (event.key !== "Enter" && event.key !== " ")) return;
      event.preventDefault();
      go(chosen);
    }),
    player.onMove(() => void close()),
    player.onReplace(() => void close()),
    () => void close(),
  ]);
};
