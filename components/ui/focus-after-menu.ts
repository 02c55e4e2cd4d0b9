/**
 * What takes the focus when a menu closes: nothing where the chosen act has put it somewhere already, for example into
 * the text; else the given element, or the menu's button.
 */
export function focusAfterMenu(given?: () => HTMLElement | null | undefined): HTMLElement | boolean {
  const now = document.activeElement;
  const isMoved = now !== null && now !== document.body && now.closest("[role=menu]") === null;
  return isMoved ? false : (given?.() ?? true);
}
