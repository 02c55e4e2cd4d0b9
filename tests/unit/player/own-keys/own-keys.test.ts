import { describe, expect, test } from "vitest";
import { canBeOwn, choices, keyOf, readOwnKeys, wordsOf, writeOwnKeys } from "@/lib/player/own-keys/own-keys";
import { commandOf } from "@/lib/player/keys";

describe("keys of one's own", () => {
  test("are read as they were written", () => {
    const keys = new Map([
      ["F6", "next"],
      ["y", "blank"],
    ] as const);
    expect(readOwnKeys(writeOwnKeys(keys))).toEqual(keys);
  });

  test.each([[null], [""], ["{"], ["null"], ["{}"], ["[1]"], ['[["F6"]]'], ['[["F6",1]]'], ['[["F6","explode"]]']])(
    "of %s there are none",
    (kept) => {
      expect(readOwnKeys(kept).size).toBe(0);
    },
  );

  test("leave out a key that keeps its meaning, and take the others", () => {
    expect([...readOwnKeys('[["Escape","next"],["F6","last"]]')]).toEqual([["F6", "last"]]);
  });

  test("are the same key however Shift stands", () => {
    expect([keyOf("Y"), keyOf("y"), keyOf("PageDown")]).toEqual(["y", "y", "PageDown"]);
  });

  test("are none that close, lead through the page or only change another", () => {
    expect(["Escape", "Tab", "Shift", "Control", "F5", "b", "PageDown"].filter(canBeOwn)).toEqual(["F5", "b", "PageDown"]);
  });

  test("have names that stand on keyboards", () => {
    expect([" ", "ArrowRight", "PageDown", "b", "F5", "MediaPlayPause"].map(wordsOf)).toEqual([
      "Space",
      "→",
      "Page Down",
      "B",
      "F5",
      "Media Play Pause",
    ]);
  });

  test("may have the meaning of every key but those that explain and close", () => {
    const all = new Set(
      [..."n`b.fhpltgo", " ", "?", "ArrowLeft", "Home", "End", "Escape"].map((key) => commandOf({ key, shiftKey: false, hasModifier: false })),
    );
    const missing = [...all].filter((command) => !choices.some(([choice]) => choice === command));
    expect(missing).toEqual(["help", "escape"]);
  });
});
