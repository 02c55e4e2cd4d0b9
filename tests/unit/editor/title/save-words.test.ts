import { expect, test } from "vitest";
import { hasUnsaved, saveWords } from "@/components/editor/title/save-words";
import type { SaveState } from "@/lib/collab/client/deck-source";

const states: readonly SaveState[] = [
  { state: "saved" },
  { state: "saving" },
  { state: "offline", unsaved: 0, isKept: true },
  { state: "offline", unsaved: 3, isKept: true },
  { state: "not-saved", reason: "The database does not answer." },
  { state: "read-only", reason: "You may look at this deck." },
  { state: "connecting" },
  { state: "saved", isInMemory: true },
  { state: "offline", unsaved: 2, isKept: false },
];

test("a browser that keeps nothing is never said to keep something", () => {
  const { label, detail } = saveWords({ state: "offline", unsaved: 2, isKept: false });
  expect(`${label} ${detail}`).not.toContain("kept in this browser");
  expect(detail).toContain("Your last changes are in this page alone");
});

test("only what is committed says Saved", () => {
  const saying = states.filter((state) => saveWords(state).label.startsWith("Saved"));
  expect(saying).toEqual([{ state: "saved" }]);
});

test.each([
  [0, /^Saved$/],
  [1, /^Saving/],
  [2, /^Offline/],
  [4, /^Not saved/],
  [5, /^Read only/],
  [6, /^Connecting/],
  [7, /^Stored, not yet on disk/],
  [8, /^Offline: not kept/],
])("state %i begins with its word", (index, words) => {
  const state = states[index];
  expect(state && saveWords(state).label).toMatch(words);
});

test("an offline editor says that changes are not on the server yet, and where they are, but not how many keys they took", () => {
  const { detail } = saveWords({ state: "offline", unsaved: 14, isKept: true });
  expect(detail).toContain("not on the server yet: they are kept in this browser");
  for (const isKept of [true, false]) expect(saveWords({ state: "offline", unsaved: 14, isKept }).detail).not.toMatch(/\d/);
});

test("the reason for not saving is told as it is", () => {
  expect(saveWords({ state: "not-saved", reason: "The database does not answer." }).detail).toBe("The database does not answer.");
});

test("leaving is guarded exactly while something could be lost", () => {
  expect(states.filter(hasUnsaved)).toEqual([
    { state: "saving" },
    { state: "offline", unsaved: 3, isKept: true },
    { state: "not-saved", reason: "The database does not answer." },
    { state: "offline", unsaved: 2, isKept: false },
  ]);
});
