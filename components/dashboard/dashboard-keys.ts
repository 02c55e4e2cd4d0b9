"use client";
import { useEffect, useEffectEvent } from "react";

export interface DashboardKeys {
  readonly search: () => void;
  readonly newDeck: () => void;
  readonly clear: () => void;
  /** Throws away what is chosen, wherever the focus is. */
  readonly discard: () => void;
}

/** Keys that work wherever the focus is, but in fields and over dialogs and menus. */
export function useDashboardKeys({ search, newDeck, clear, discard }: DashboardKeys): void {
  const act = useEffectEvent((key: string) => {
    if (key === "/") search();
    else if (key === "n") newDeck();
    else if (key === "Escape") clear();
    else if (key === "Delete") discard();
    return key === "/" || key === "n";
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const { target } = event;
      if (target instanceof HTMLElement && (target.isContentEditable || target.matches("input:not([type=checkbox]), textarea, select"))) return;
      if (document.querySelector("[role=dialog], [role=alertdialog], [role=menu]") !== null) return;
      if (act(event.key)) event.preventDefault();
    };
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, []);
}
