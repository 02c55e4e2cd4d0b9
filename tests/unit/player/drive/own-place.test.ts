import { describe, expect, test } from "vitest";
import { isAhead } from "@/lib/player/drive/own-place";

const place = (slide: number) => ({ slide, anchor: `s${slide}`, step: 0, isBlank: false });
const news = (slide: number, rev: number, isDriver = true) => ({ place: place(slide), rev, isDriver });

describe("a driver's own place, before the server has it", () => {
  test("stands against all news while it is on its way", () => {
    expect(isAhead({ state: "sending", place: place(5) }, news(3, 9), 0)).toBe(true);
  });

  test("stands against news that are older than what the server took", () => {
    const sent = { state: "sent", place: place(5), rev: 9 } as const;
    expect(isAhead(sent, news(4, 8), 0)).toBe(true);
    expect(isAhead(sent, news(5, 9), 0)).toBe(false);
    expect(isAhead(sent, news(6, 10), 0)).toBe(false);
  });

  test("that another window sends is believed until the server says so, or long enough", () => {
    const expected = { state: "expected", place: place(5), untilMs: 1_000 } as const;
    expect(isAhead(expected, news(4, 8), 500)).toBe(true);
    expect(isAhead(expected, news(5, 9), 500)).toBe(false);
    expect(isAhead(expected, news(4, 8), 1_000)).toBe(false);
  });

  test("ends where somebody else drives", () => {
    expect(isAhead({ state: "sending", place: place(5) }, news(3, 9, false), 0)).toBe(false);
  });
});
