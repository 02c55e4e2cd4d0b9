import { describe, expect, test } from "vitest";
import { commandOf, keyHelp } from "@/lib/player/keys";

const press = (key: string, held: { shiftKey?: boolean; hasModifier?: boolean } = {}) =>
  commandOf({ key, shiftKey: false, hasModifier: false, ...held });

describe("keys", () => {
  test("what clickers send", () => {
    expect(["PageDown", "PageUp", "b", ".", "Escape"].map((key) => press(key))).toEqual(["next", "previous", "blank", "blank", "escape"]);
  });

  test("the keys that presenters know", () => {
    expect(["ArrowRight", " ", "Enter", "ArrowLeft", "Backspace", "Home", "End"].map((key) => press(key))).toEqual([
      "next",
      "next",
      "next",
      "previous",
      "previous",
      "first",
      "last",
    ]);
    expect(["o", "f", "p", "s", "h", "?"].map((key) => press(key))).toEqual(["overview", "fullscreen", "desk", "desk", "help", "help"]);
    expect(["g", "t", "l"].map((key) => press(key))).toEqual(["go-to", "contents", "pointer"]);
  });

  test("Shift turns Space around and skips steps on arrows; ? is typed with it", () => {
    expect(press(" ", { shiftKey: true })).toBe("previous");
    expect(press("ArrowRight", { shiftKey: true })).toBe("next-slide");
    expect(press("ArrowLeft", { shiftKey: true })).toBe("previous-slide");
    expect(press("?", { shiftKey: true })).toBe("help");
    expect(press("O", { shiftKey: true })).toBe("overview");
  });

  test("with Ctrl, Alt or Meta held a key is the browser's", () => {
    for (const key of ["p", "f", "ArrowLeft", " ", "b"]) expect(press(key, { hasModifier: true })).toBeUndefined();
  });

  test("other keys mean nothing", () => {
    for (const key of ["Tab", "x", "F1", "Shift", "F5"]) expect(press(key)).toBeUndefined();
  });

  test("the help names every kind of move", () => {
    expect(keyHelp.flatMap(([keys]) => keys.split(" "))).toEqual(
      expect.arrayContaining(["→", "Home", "g", "t", "l", "o", "b", "f", "p", "?", "Esc"]),
    );
  });
});
