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
  expect(detail).toContain("2 changes are in this page alone");
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

test("the tooltip of an offline editor counts what waits in this browser", () => {
  expect(saveWords({ state: "offline", unsaved: 1, isKept: true }).detail).toContain("1 change is kept in this browser");
  expect(saveWords({ state: "offline", unsaved: 3, isKept: true }).detail).toContain("3 changes are kept in this browser");
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
