import { createContext, useContext, useRef, type RefObject } from "react";

/**
 * What the chosen act of a menu gave the focus to, for example the text, or an act that waits for the menu to be closed and
 * takes the focus then; nothing where it left it alone.
 */
export const ActFocus = createContext<RefObject<HTMLElement | (() => void) | null> | undefined>(undefined);

/**
 * Where the focus goes when a menu closes: to what the chosen act gave it to, else to the given element, else to the
 * menu's button. The menu takes the focus back when an item is chosen, so the act's wish has to be remembered.
 */
export function useFocusAfterMenu(given?: () => HTMLElement | null | undefined) {
  const wish = useRef<HTMLElement | (() => void)>(null);
  const finalFocus = (): HTMLElement | boolean => {
    const wanted = wish.current;
    wish.current = null;
    if (typeof wanted === "function") {
      wanted();
      return false;
    }
    return wanted?.isConnected === true ? wanted : (given?.() ?? true);
  };
  return { wish, finalFocus };
}

export interface MenuActOptions {
  /** What it opens wants the focus, which the menu would take from it: it waits until the menu is closed. */
  readonly isAfterMenu?: boolean;
}

/** Runs the act of an item and remembers where it put the focus. */
export function useMenuAct(act: () => void, { isAfterMenu = false }: MenuActOptions = {}): () => void {
  const wish = useContext(ActFocus);
  return () => {
    if (isAfterMenu && wish !== undefined) {
      wish.current = act;
      return;
    }
    const before = document.activeElement;
    act();
    const now = document.activeElement;
    if (wish !== undefined && now !== before && now !== document.body && now instanceof HTMLElement) wish.current = now;
  };
}
