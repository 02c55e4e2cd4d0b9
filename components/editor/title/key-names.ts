export interface KeyNames {
  readonly undo: string;
  readonly redo: string;
  readonly find: string;
  readonly duplicate: string;
  readonly moveUp: string;
  readonly moveDown: string;
  readonly delete: string;
}

const appleKeys: KeyNames = { undo: "⌘Z", redo: "⇧⌘Z", find: "⌘F", duplicate: "⌘D", moveUp: "⌥↑", moveDown: "⌥↓", delete: "⌫" };
const otherKeys: KeyNames = {
  undo: "Ctrl+Z",
  redo: "Ctrl+Y",
  find: "Ctrl+F",
  duplicate: "Ctrl+D",
  moveUp: "Alt+↑",
  moveDown: "Alt+↓",
  delete: "Del",
};

/** Keys as this machine's keyboard names them. Menus draw only in the browser, so there is a navigator. */
export function keyNames(platform: string = navigator.platform): KeyNames {
  return /^(Mac|iPhone|iPad)/.test(platform) ? appleKeys : otherKeys;
}
