import { element, listen, stopAll } from "@/lib/player/dom";

/** A dialog over the slides. */
export interface StageDialog {
  readonly box: HTMLDialogElement;
  readonly title: HTMLElement;
  readonly close: () => void;
  readonly stop: () => void;
}

/**
 * A dialog named by its title. While it is open no key moves the slides behind it; Esc, a press beside it and one on its
 * button of the class `…-close` close it.
 */
export function createDialog(className: string, titleId: string, ...content: readonly Node[]): StageDialog {
  const title = element("h2", { id: titleId });
  const box = element("dialog", { class: className, "aria-labelledby": titleId }, title, ...content);
  document.body.append(box);
  const close = () => {
    // The browser lets go of what has the focus in it a moment later, and a key in between would be lost.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    box.close();
  };
  return {
    box,
    title,
    close,
    stop: stopAll([
      listen(box, "keydown", (event) => {
        event.stopPropagation();
        if (event.key !== "Escape") return;
        event.preventDefault();
        close();
      }),
      listen(box, "click", ({ target }) => {
        if (target instanceof Element && target.matches("dialog, [class$=-close]")) close();
      }),
      () => box.remove(),
    ]),
  };
}
