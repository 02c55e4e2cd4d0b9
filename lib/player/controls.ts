import { element, icon, listen, stopAll } from "@/lib/player/dom";
import type { Command } from "@/lib/player/keys";
import type { Behaviour } from "@/lib/player/player";

interface Control {
  readonly command: Command;
  readonly name: string;
  readonly path: string;
}

const back: Control = { command: "previous", name: "Back", path: "M15 5l-7 7 7 7" };
const forward: Control = { command: "next", name: "Next", path: "M9 5l7 7-7 7" };
const others: readonly Control[] = [
  { command: "overview", name: "All slides", path: "M4 5h6v5H4zM14 5h6v5h-6zM4 14h6v5H4zM14 14h6v5h-6z" },
  { command: "desk", name: "Presenter's desk", path: "M3 4h18v11H3zM12 15v5M8 20h8" },
  { command: "fullscreen", name: "Full screen", path: "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5" },
  { command: "help", name: "Keys", path: "M9.2 9.2a2.8 2.8 0 1 1 4 2.6c-.8.4-1.2 1-1.2 2M12 17.6v.1" },
];

const idleMs = 2_500;

/** Buttons and the slide's place at the foot of the page; they fade while nobody moves. Phones keep them. */
export const controls: Behaviour = (player) => {
  const place = element("span", { class: "stage-place", "aria-hidden": "true" });
  const bar = element("div", { class: "stage-progress", "aria-hidden": "true" });
  const isEmbedded = player.root.dataset.embed !== undefined;
  const shown = others.filter(({ command }) => !isEmbedded || command === "fullscreen");
  const buttons = [back, forward, ...shown].map((control) => createButton(control));
  const [backButton, forwardButton, ...otherButtons] = buttons;
  const nav = element("nav", { class: "stage-controls", "aria-label": "Slide controls" });
  if (backButton && forwardButton) nav.append(backButton, place, forwardButton, ...otherButtons);
  document.body.append(bar, nav);

  const update = () => {
    const { slide, step } = player.position();
    const last = player.slides.length - 1;
    place.textContent = `${slide + 1} / ${player.total}`;
    bar.style.setProperty("--progress", String(player.total <= 1 ? 1 : slide / (player.total - 1)));
    setDisabled(backButton, slide === 0 && step === 0);
    setDisabled(forwardButton, slide === last && step === (player.fragments[last] ?? 0));
  };
  update();

  let timer: ReturnType<typeof setTimeout> | undefined;
  const wake = () => {
    delete document.documentElement.dataset.idle;
    clearTimeout(timer);
    timer = setTimeout(() => {
      document.documentElement.dataset.idle = "";
    }, idleMs);
  };
  wake();

  return stopAll([
    player.onMove(update),
    player.onReplace(update),
    listen(window, "pointermove", wake, { passive: true }),
    listen(window, "pointerdown", wake, { passive: true }),
    listen(nav, "focusin", wake),
    listen(nav, "click", (event) => {
      const command = event.target instanceof Element ? event.target.closest("button")?.dataset.command : undefined;
      const control = [back, forward, ...others].find((one) => one.command === command);
      if (control) player.run(control.command);
    }),
    () => {
      clearTimeout(timer);
      delete document.documentElement.dataset.idle;
      nav.remove();
      bar.remove();
    },
  ]);
};

function createButton({ command, name, path }: Control): HTMLButtonElement {
  return element("button", { type: "button", "data-command": command, "aria-label": name, title: name }, icon(path));
}

/** Stays focusable, so that reaching the end loses nobody's place. */
function setDisabled(button: HTMLButtonElement | undefined, isDisabled: boolean): void {
  button?.setAttribute("aria-disabled", String(isDisabled));
}
