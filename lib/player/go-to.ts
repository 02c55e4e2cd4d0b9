import { slideName } from "@/lib/player/announce";
import { element, listen, stopAll } from "@/lib/player/dom";
import { meantSlide } from "@/lib/player/find-slide";
import { commandOf } from "@/lib/player/keys";
import type { Behaviour } from "@/lib/player/player";

/** Keys that never belong to a number or a name: whoever presses one has changed their mind. */
const leaving: ReadonlySet<string> = new Set([" ", "ArrowRight", "ArrowLeft", "PageDown", "PageUp", "."]);

/** `g`, or a digit, opens a small field: a number or a name, then Enter. It says which slide that is. */
export const goTo: Behaviour = (player) => {
  const input = element("input", { type: "text", "aria-label": "Go to slide", autocomplete: "off", spellcheck: "false", placeholder: "7 or a name" });
  const meant = element("output", { class: "stage-goto-slide" });
  const field = element("form", { class: "stage-goto", role: "search" }, element("span", { "aria-hidden": "true" }, "Go to"), input, meant);
  field.hidden = true;
  document.body.append(field);

  const draw = () => {
    const at = meantSlide(input.value, player.slides);
    meant.textContent = at === undefined ? (input.value === "" ? "" : "No such slide") : `${at + 1}  ${slideName(player, at)}`.trim();
  };
  const close = () => {
    if (field.hidden) return;
    field.hidden = true;
    input.blur();
  };
  return stopAll([
    player.handle("go-to", () => {
      input.value = "";
      draw();
      field.hidden = false;
      input.focus();
    }),
    listen(input, "input", draw),
    listen(input, "blur", close),
    listen(input, "keydown", (event) => {
      const command = leaving.has(event.key) ? commandOf({ key: event.key, shiftKey: event.shiftKey, hasModifier: false }) : undefined;
      if (event.key !== "Escape" && (command === undefined || (input.value !== "" && event.key.startsWith("Arrow")))) return;
      event.preventDefault();
      close();
      if (command) player.run(command);
    }),
    listen(field, "submit", (event) => {
      event.preventDefault();
      const at = meantSlide(input.value, player.slides);
      if (at === undefined) return;
      close();
      player.move({ type: "go", slide: at });
    }),
    player.onMove(close),
    () => field.remove(),
  ]);
};
