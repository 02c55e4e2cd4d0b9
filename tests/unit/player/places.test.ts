import { describe, expect, test } from "vitest";
import { slideOfHash } from "@/lib/player/hash";
import { viewOf } from "@/lib/player/view";
import { swipeOf } from "@/lib/player/touch";

const slides = [
  { anchor: "intro", holds: () => false },
  { anchor: "2014", holds: () => false },
  { anchor: "größe", holds: (id: string) => id === "d-note-1" },
];

describe("addresses", () => {
  test("name slides by anchor, by number, and by what is in them", () => {
    expect(slideOfHash("#intro", slides)).toBe(0);
    expect(slideOfHash("#3", slides)).toBe(2);
    expect(slideOfHash("#d-note-1", slides)).toBe(2);
    expect(slideOfHash("#gr%C3%B6%C3%9Fe", slides)).toBe(2);
  });

  test("an anchor that looks like a number comes before the number", () => {
    expect(slideOfHash("#2014", slides)).toBe(1);
  });

  test("numbers beyond the deck lead to its ends; what names nothing leads nowhere", () => {
    expect(slideOfHash("#99", slides)).toBe(2);
    expect(slideOfHash("#0", slides)).toBe(0);
    expect([slideOfHash("", slides), slideOfHash("#", slides), slideOfHash("#nowhere", slides), slideOfHash("#100%", slides)]).toEqual(
      Array.from({ length: 4 }),
    );
  });

  test("ask for a view: the desk by ?view=desk or #desk, the others by name", () => {
    expect(viewOf({ search: "?view=desk&stage=1", hash: "#3" })).toBe("desk");
    expect(viewOf({ search: "", hash: "#desk" })).toBe("desk");
    expect(viewOf({ search: "?view=remote", hash: "" })).toBe("remote");
    expect(viewOf({ search: "?view=read", hash: "#3" })).toBe("read");
    expect(viewOf({ search: "?embed", hash: "" })).toBe("embed");
    expect(viewOf({ search: "?embed&view=read", hash: "" })).toBe("read");
    expect(viewOf({ search: "?embed&view=desk", hash: "" })).toBe("embed");
    expect(viewOf({ search: "?view=other", hash: "" })).toBe("slides");
    expect(viewOf({ search: "", hash: "#3" })).toBe("slides");
  });
});

describe("swipes", () => {
  test("go sideways, further than up or down, and far enough to be meant", () => {
    expect(swipeOf(-80, 10)).toBe("next");
    expect(swipeOf(80, -10)).toBe("previous");
    expect(swipeOf(-20, 0)).toBeUndefined();
    expect(swipeOf(-60, 60)).toBeUndefined();
    expect(swipeOf(5, 300)).toBeUndefined();
  });
});
