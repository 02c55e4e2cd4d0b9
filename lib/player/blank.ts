import { element, listen, stopAll } from "@/lib/player/dom";
import type { Behaviour } from "@/lib/player/player";

/** `b` or `.` darkens the screen; the same key, Esc, a click or going on brings the slide back. */
export const blank: Behaviour = (player) => {
  const sheet = element("div", { class: "stage-blank", role: "status", "aria-label": "The screen is blank" });
  sheet.hidden = true;
  document.body.append(sheet);
  const lift = () => {
    if (sheet.hidden) return false;
    sheet.hidden = true;
    return true;
  };
  return stopAll([
    player.handle("blank", () => {
      sheet.hidden = !sheet.hidden;
    }),
    player.handle("escape", lift),
    player.onMove(() => lift()),
    listen(sheet, "click", () => void lift()),
    () => sheet.remove(),
  ]);
};
