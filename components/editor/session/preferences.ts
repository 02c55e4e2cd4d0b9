import { z } from "zod";

const preferencesSchema = z.object({
  /** Width of the text pane in percent of both panes. */
  split: z.number().min(20).max(80).catch(50),
  railShown: z.boolean().catch(true),
  /** The preview keeps the slide under the caret in view. */
  followCaret: z.boolean().catch(true),
  /** Long lines are broken at the pane's edge. */
  wordWrap: z.boolean().catch(true),
  /** The Tab key goes on to what stands beside the text, instead of indenting it. */
  tabLeaves: z.boolean().catch(false),
  /** Off for input methods and screen readers that need a real text area under the text. */
  editContext: z.boolean().catch(true),
});

/** What a person set in the editor; kept in this browser. */
export type Preferences = Readonly<z.infer<typeof preferencesSchema>>;

export const defaultPreferences: Preferences = {
  split: 50,
  railShown: true,
  followCaret: true,
  wordWrap: true,
  tabLeaves: false,
  editContext: true,
};

const storageKey = "lectern.editor";

export interface PreferenceStore {
  get(): Preferences;
  set(change: Partial<Preferences>): void;
  subscribe(listener: () => void): () => void;
}

/** Preferences in a storage; one that is missing, full or forbidden keeps them for this page alone. */
export function createPreferenceStore(storage: Pick<Storage, "getItem" | "setItem"> | undefined): PreferenceStore {
  const listeners = new Set<() => void>();
  let current = read(storage);
  return {
    get: () => current,
    set: (change) => {
      current = { ...current, ...change };
      try {
        storage?.setItem(storageKey, JSON.stringify(current));
      } catch {
        // Storage may be full or closed to this page: the preference then lasts until the page is left.
      }
      for (const listener of [...listeners]) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function read(storage: Pick<Storage, "getItem"> | undefined): Preferences {
  try {
    const stored: unknown = JSON.parse(storage?.getItem(storageKey) ?? "{}");
    const parsed = preferencesSchema.safeParse(stored);
    return parsed.success ? parsed.data : defaultPreferences;
  } catch {
    // Not our JSON, or no right to read: start from the defaults.
    return defaultPreferences;
  }
}
