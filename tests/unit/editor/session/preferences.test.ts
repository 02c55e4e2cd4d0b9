import { expect, test } from "vitest";
import { createPreferenceStore, defaultPreferences } from "@/components/editor/session/preferences";

function memory(initial?: string) {
  let value = initial ?? null;
  return { getItem: () => value, setItem: (_key: string, next: string) => void (value = next) };
}

test("a first visit has the defaults", () => {
  expect(createPreferenceStore(memory()).get()).toEqual(defaultPreferences);
});

test("what was set is there at the next visit", () => {
  const storage = memory();
  createPreferenceStore(storage).set({ split: 62 });
  expect(createPreferenceStore(storage).get()).toEqual({ ...defaultPreferences, split: 62 });
});

test("one setting out of range falls back alone", () => {
  const storage = memory(JSON.stringify({ split: 900, railShown: false }));
  expect(createPreferenceStore(storage).get()).toEqual({ ...defaultPreferences, railShown: false });
});

test("somebody else's text in the storage is no reason to fail", () => {
  expect(createPreferenceStore(memory("{not json")).get()).toEqual(defaultPreferences);
});

test("a storage that is full keeps the setting for this page", () => {
  const store = createPreferenceStore({
    getItem: () => null,
    setItem: () => {
      throw new Error("QuotaExceededError");
    },
  });
  store.set({ railShown: false });
  expect(store.get().railShown).toBe(false);
});

test("listeners hear of changes until they stop", () => {
  const store = createPreferenceStore(memory());
  let heard = 0;
  const stop = store.subscribe(() => (heard += 1));
  store.set({ split: 40 });
  stop();
  store.set({ split: 45 });
  expect(heard).toBe(1);
});
