import { element, listen, stopAll } from "@/lib/player/dom";
import type { Behaviour } from "@/lib/player/player";

/** `b` or `.` darkens the screen; the same key, Esc, a click or going on brings the slide back. */
export const blank: Behaviour = (player) => {
  const sheet = element("div", { class: "stage-blank", role: "status", "aria-label": "The screen is blank" });
  sheet.hidden = true;
  document.body.append(sheet);
  const lift = () => {
    if (!player.isBlank()) return false;
    player.setBlank(false);
    return true;
  };
  return stopAll([
    player.onBlank(({ isBlank }) => {
      sheet.hidden = !isBlank;
    }),
    player.handle("blank", () => player.setBlank(!player.isBlank())),
    player.handle("escape", lift),
    player.onMove(({ isRemote }) => player.setBlank(false, { isRemote })),
    listen(sheet, "click", () => void lift()),
    () => sheet.remove(),
  ]);
};
