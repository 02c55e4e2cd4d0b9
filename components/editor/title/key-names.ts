export interface KeyNames {
  readonly undo: string;
  readonly redo: string;
  readonly find: string;
}

const appleKeys: KeyNames = { undo: "⌘Z", redo: "⇧⌘Z", find: "⌘F" };
const otherKeys: KeyNames = { undo: "Ctrl+Z", redo: "Ctrl+Y", find: "Ctrl+F" };

/** Keys as this machine's keyboard names them. Menus draw only in the browser, so there is a navigator. */
export function keyNames(platform: string = navigator.platform): KeyNames {
  return /^(Mac|iPhone|iPad)/.test(platform) ? appleKeys : otherKeys;
}
