import { element, listen, stopAll } from "@/lib/player/dom";
import { keyHelp } from "@/lib/player/keys";
import type { Behaviour } from "@/lib/player/player";

/** `?` shows the keys. */
export const help: Behaviour = (player) => {
  const title = element("h2", { id: "stage-help-title" }, "Keys");
  const rows = keyHelp.map(([keys, what]) => element("tr", {}, element("th", { scope: "row" }, ...keyCaps(keys)), element("td", {}, what)));
  const close = element("button", { type: "button", class: "stage-help-close" }, "Close");
  const dialog = element(
    "dialog",
    { class: "stage-help", "aria-labelledby": title.id },
    title,
    element("table", {}, element("tbody", {}, ...rows)),
    close,
  );
  document.body.append(dialog);
  return stopAll([
    player.handle("help", () => {
      if (dialog.open) dialog.close();
      else dialog.showModal();
    }),
    // While it is open no key moves the slides behind it. Esc closes it at once: the browser would do so a moment
    // later, and the next key would be lost.
    listen(dialog, "keydown", (event) => {
      if (!dialog.open) return;
      event.stopPropagation();
      if (!["?", "h", "Escape"].includes(event.key)) return;
      event.preventDefault();
      dialog.close();
    }),
    listen(dialog, "click", (event) => {
      if (event.target === dialog || event.target === close) dialog.close();
    }),
    () => dialog.remove(),
  ]);
};

/** `Shift+Space` stays one key. */
function keyCaps(keys: string): readonly (Node | string)[] {
  return keys.split(" ").flatMap((key, index) => [index === 0 ? "" : " ", element("kbd", {}, key)]);
}
