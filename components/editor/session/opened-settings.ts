/** What is open over the editor: settings, the deck's history, its files, or the slides of other decks. */
export type OpenedSettings =
  | { readonly kind: "none" }
  | { readonly kind: "history" }
  | { readonly kind: "slide-history"; readonly key: string }
  | { readonly kind: "review" }
  | { readonly kind: "files" }
  | { readonly kind: "borrow" }
  | { readonly kind: "deck" }
  | { readonly kind: "slides"; readonly keys: readonly string[] };

/** Settings are opened from the rail, from menus and from the palette, and shown in one place. */
export interface SettingsDoor {
  open(opened: OpenedSettings): void;
  opened(): OpenedSettings;
  subscribe(listener: () => void): () => void;
}

export function createSettingsDoor(): SettingsDoor {
  const listeners = new Set<() => void>();
  let opened: OpenedSettings = { kind: "none" };
  return {
    open: (next) => {
      opened = next;
      for (const listener of [...listeners]) listener();
    },
    opened: () => opened,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
