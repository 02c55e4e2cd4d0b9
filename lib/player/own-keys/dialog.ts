import { createDialog } from "@/lib/player/dialog";
import { element, listen, setText, stopAll } from "@/lib/player/dom";
import { type Command, commandOf } from "@/lib/player/keys";
import { canBeOwn, choices, keyOf, wordsOf } from "@/lib/player/own-keys/own-keys";
import type { OwnKeysStore } from "@/lib/player/own-keys/store";

const asking = "Press the key, or the button of your clicker. Esc leaves it.";
const askedBefore = "A clicker's button that does nothing, or the wrong thing, can be given its meaning here. Your browser keeps it.";

/** The dialog in which a key gets a meaning; a button in the list of keys opens it. Returns its stop. */
export function createOwnKeysDialog({ current, change }: OwnKeysStore): () => void {
  const say = element("p", { role: "status" }, askedBefore);
  const list = element("ul", {});
  const add = element("button", { type: "button", class: "own-keys-add" }, "Add a key");
  const { box, title, close, stop } = createDialog(
    "stage-help own-keys",
    "own-keys-title",
    say,
    list,
    element(
      "p",
      { class: "own-keys-buttons" },
      add,
      button("Done", () => close()),
    ),
  );
  title.textContent = "Keys of your own";
  let isAsking = false;
  const ask = (asks: boolean) => {
    isAsking = asks;
    add.toggleAttribute("aria-pressed", asks);
    setText(say, asks ? asking : askedBefore);
  };
  const show = () => list.replaceChildren(...[...current()].map(([key, command]) => row(key, command)));
  const row = (key: string, command: Command) => {
    const chosen = element("select", { "aria-label": `What ${wordsOf(key)} does` }, ...choices.map(([value, words]) => option(value, words)));
    chosen.value = command;
    chosen.addEventListener("change", () => {
      const [value] = choices[chosen.selectedIndex] ?? [];
      if (value !== undefined) change(new Map(current()).set(key, value));
    });
    const remove = button("Remove", () => {
      const rest = new Map(current());
      rest.delete(key);
      change(rest);
      show();
      add.focus();
    });
    remove.setAttribute("aria-label", `Remove ${wordsOf(key)}`);
    return element("li", { "data-key": key }, element("kbd", {}, wordsOf(key)), chosen, remove);
  };
  const take = (key: string) => {
    if (!canBeOwn(key)) return setText(say, `${wordsOf(key)} keeps its meaning. ${asking}`);
    ask(false);
    if (!current().has(key)) change(new Map(current()).set(key, meaningOf(key)));
    show();
    [...list.children]
      .find((item) => item instanceof HTMLElement && item.dataset.key === key)
      ?.querySelector("select")
      ?.focus();
  };
  const opener = button("Keys of your own…", () => {
    ask(false);
    show();
    opener.closest("dialog")?.close();
    box.showModal();
  });
  opener.className = "own-keys-open";
  const closeHelp = document.querySelector<HTMLElement>(".stage-help-close");
  closeHelp?.before(opener);
  // Whoever looked up a key presses Enter and is back, as before.
  if (closeHelp) closeHelp.autofocus = true;
  return stopAll([
    listen(add, "click", () => ask(!isAsking)),
    listen(box, "close", () => ask(false)),
    listen(
      box,
      "keydown",
      (event) => {
        if (!isAsking || event.key === "Shift") return;
        event.preventDefault();
        event.stopImmediatePropagation();
        if (event.key === "Escape") return ask(false);
        take(keyOf(event.key));
      },
      { capture: true },
    ),
    () => opener.remove(),
    stop,
  ]);
}

/** What it does for everybody, as far as that can be chosen; else what most clickers lack. */
function meaningOf(key: string): Command {
  const usual = commandOf({ key, shiftKey: false, hasModifier: false });
  return choices.find(([command]) => command === usual)?.[0] ?? "next";
}

function button(words: string, act: () => void): HTMLButtonElement {
  const made = element("button", { type: "button" }, words);
  made.addEventListener("click", act);
  return made;
}

function option(value: string, words: string): HTMLOptionElement {
  return element("option", { value }, words);
}
