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

/** Is this a machine whose keyboard has ⌘? False where pages are rendered on the server. */
export function isApple(platform: string = typeof navigator === "undefined" ? "" : navigator.platform): boolean {
  return /^(Mac|iPhone|iPad)/.test(platform);
}

/** Keys as this machine's keyboard names them. */
export function keyNames(): KeyNames {
  return isApple() ? appleKeys : otherKeys;
}
