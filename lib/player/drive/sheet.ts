import { element, listen, stopAll } from "@/lib/player/dom";

/** A question or a sheet over the page, in the look of the stage. */
export interface Sheet {
  readonly open: (title: string, content: readonly Node[]) => void;
  /** Other content, where it is still open. */
  readonly fill: (content: readonly Node[]) => void;
  readonly isOpen: () => boolean;
  readonly close: () => void;
  readonly stop: () => void;
}

/** Puts a closed sheet into the page, and takes it out again at `stop`. */
export function createSheet(): Sheet {
  const title = element("h2", { id: "talk-sheet-title" });
  const body = element("div", { class: "talk-sheet-body" });
  const dialog = element("dialog", { class: "talk-sheet", "aria-labelledby": title.id }, title, body);
  document.body.append(dialog);
  return {
    open: (words, content) => {
      title.textContent = words;
      body.replaceChildren(...content);
      dialog.showModal();
    },
    fill: (content) => {
      if (dialog.open) body.replaceChildren(...content);
    },
    isOpen: () => dialog.open,
    close: () => dialog.close(),
    stop: stopAll([
      // No key moves the slides behind it.
      listen(dialog, "keydown", (event) => event.stopPropagation()),
      listen(dialog, "click", (event) => {
        if (event.target === dialog) dialog.close();
      }),
      () => dialog.remove(),
    ]),
  };
}
