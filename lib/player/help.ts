import { createDialog } from "@/lib/player/dialog";
import { element, listen, stopAll } from "@/lib/player/dom";
import { keyHelp } from "@/lib/player/keys";
import type { Behaviour } from "@/lib/player/player";

/** `?` shows the keys. */
export const help: Behaviour = (player) => {
  const rows = keyHelp.map(([keys, what]) => element("tr", {}, element("th", { scope: "row" }, ...keyCaps(keys)), element("td", {}, what)));
  const { box, title, close, stop } = createDialog(
    "stage-help",
    "stage-help-title",
    element("table", {}, element("tbody", {}, ...rows)),
    element("button", { type: "button", class: "stage-help-close" }, "Close"),
  );
  title.textContent = "Keys";
  return stopAll([
    player.handle("help", () => box.showModal()),
    listen(box, "keydown", ({ key }) => {
      if (key === "?" || key === "h") close();
    }),
    stop,
  ]);
};

/** `Shift+Space` stays one key. */
function keyCaps(keys: string): readonly (Node | string)[] {
  return keys.split(" ").flatMap((key, index) => [index === 0 ? "" : " ", element("kbd", {}, key)]);
}
