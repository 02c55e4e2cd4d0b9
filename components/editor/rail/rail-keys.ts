/** What a key does in the rail. */
export type RailAct =
  | { readonly kind: "go"; readonly to: number; readonly extends: boolean }
  | { readonly kind: "move"; readonly by: -1 | 1 }
  | { readonly kind: "add" | "duplicate" | "delete" | "hide" | "write" | "undo" | "redo" | "menu" | "all" };

interface PressedKey {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/** The act of a key press on slide `active` of `count`; undefined leaves the key to the browser. */
export function railAct(pressed: PressedKey, active: number, count: number): RailAct | undefined {
  if (pressed.ctrlKey || pressed.metaKey) return pressed.altKey ? undefined : controlAct(pressed);
  if (pressed.altKey) return altAct(pressed.key);
  const to = target(pressed.key, active, count);
  if (to !== undefined) return { kind: "go", to, extends: pressed.shiftKey };
  return plainActs[pressed.key.length === 1 ? pressed.key.toLowerCase() : pressed.key];
}

const plainActs: Readonly<Record<string, RailAct | undefined>> = {
  Enter: { kind: "add" },
  Delete: { kind: "delete" },
  Backspace: { kind: "delete" },
  h: { kind: "hide" },
  F2: { kind: "write" },
  ContextMenu: { kind: "menu" },
};

function controlAct({ key, shiftKey }: PressedKey): RailAct | undefined {
  switch (key.toLowerCase()) {
    case "d":
      return { kind: "duplicate" };
    case "z":
      return { kind: shiftKey ? "redo" : "undo" };
    case "y":
      return { kind: "redo" };
    case "a":
      return { kind: "all" };
    case "enter":
      return { kind: "write" };
    default:
      return undefined;
  }
}

function altAct(key: string): RailAct | undefined {
  if (key === "ArrowUp") return { kind: "move", by: -1 };
  return key === "ArrowDown" ? { kind: "move", by: 1 } : undefined;
}

function target(key: string, active: number, count: number): number | undefined {
  switch (key) {
    case "ArrowDown":
      return Math.min(count - 1, active + 1);
    case "ArrowUp":
      return Math.max(0, active - 1);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return undefined;
  }
}
