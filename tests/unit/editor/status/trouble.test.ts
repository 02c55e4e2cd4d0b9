import { expect, test } from "vitest";
import { fileNameOf, troubleOf, whyRefused } from "@/components/editor/status/trouble";

test("a working editor has no trouble", () => {
  expect(troubleOf({ state: "ready" }, { state: "saving" })).toBeUndefined();
});

test("being offline alone is no trouble: the label says it", () => {
  expect(troubleOf({ state: "ready" }, { state: "offline", unsaved: 12, isKept: true })).toBeUndefined();
});

test("a server that can't store is told with its reason", () => {
  expect(troubleOf({ state: "ready" }, { state: "not-saved", reason: "The disk is full." })?.sentence).toBe("The disk is full.");
});

test("an ended session counts more than a save that waits", () => {
  const ended = { state: "ended", reason: "deleted", sentence: "Ana moved it to the trash." } as const;
  expect(troubleOf(ended, { state: "not-saved", reason: "x" })).toMatchObject({ title: "This deck was deleted", way: "decks" });
});

test.each([
  ["Lightweight Virtualization", "Lightweight Virtualization.md"],
  ["a/b: c?", "a b c.md"],
  ["..", "deck.md"],
  ["", "deck.md"],
])("a deck named %j is kept as %j", (title, name) => {
  expect(fileNameOf(title, "md")).toBe(name);
});

test("changes that no browser keeps are trouble, as long as there are any", () => {
  const unkept = (unsaved: number) => troubleOf({ state: "ready" }, { state: "offline", unsaved, isKept: false });
  expect(unkept(1)?.title).toBe("Your last changes are in this page alone");
  expect(unkept(0)).toBeUndefined();
});

test("a downgrade is told once, reading alone is not", () => {
  expect(troubleOf({ state: "ready" }, { state: "read-only", reason: "x", isNew: true })).toMatchObject({
    title: "You can now comment, but not change the text",
    canDismiss: true,
  });
  expect(troubleOf({ state: "ready" }, { state: "read-only", reason: "x" })).toBeUndefined();
});

test("who changed what somebody may do is named where it is known", () => {
  const sentenceOf = (known: { readonly by?: string }) =>
    troubleOf({ state: "ready" }, { state: "read-only", reason: "x", isNew: true, ...known })?.sentence;
  expect(sentenceOf({ by: "Ana" })).toMatch(/^Ana changed what you may do with this deck\./);
  expect(sentenceOf({ by: "A guest" })).toMatch(/^A guest changed what you may do/);
  expect(sentenceOf({})).toMatch(/^Somebody changed what you may do/);
});

test("a deck of which a part can't be read says so as long as it is open", () => {
  const damaged = troubleOf({ state: "ready" }, { state: "read-only", reason: "x", isDamaged: true });
  expect(damaged).toMatchObject({ title: "A part of this deck can’t be read any more", way: "history" });
  expect(damaged).not.toHaveProperty("canDismiss");
});

test("an end that knows who did it says so", () => {
  const ended = { state: "ended", reason: "deleted", sentence: "x", title: "This deck was deleted by Ana" } as const;
  expect(troubleOf(ended, { state: "saved" })?.title).toBe("This deck was deleted by Ana");
});

test("what the server would refuse is not offered any more, and says why; what a new page can do is", () => {
  expect(whyRefused({ state: "ready" })).toBeUndefined();
  expect(whyRefused({ state: "ended", reason: "deleted", sentence: "x", title: "This deck was deleted by Ana" })).toBe(
    "This deck was deleted by Ana",
  );
  expect(whyRefused({ state: "ended", reason: "forbidden", sentence: "x" })).toBe("You no longer have access to this deck");
  expect(whyRefused({ state: "ended", reason: "refused", sentence: "x" })).toBeUndefined();
});
