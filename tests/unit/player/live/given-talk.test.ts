import { describe, expect, test } from "vitest";
import { givenWords, readGiven } from "@/lib/player/live/given-talk";

const at = `${new Date().getFullYear()}-05-12T12:00:00.000Z`;
const sent = { talkId: "t1", at, by: ["Ana"], changed: 4, isShown: true };

describe("a talk that was given", () => {
  test("is read with the day that it was on, and the year where that is another", () => {
    expect(readGiven(sent)).toEqual({ id: "t1", day: "12 May", by: ["Ana"], changed: 4, isShown: true });
    expect(readGiven({ ...sent, at: "2019-05-12T12:00:00.000Z" })?.day).toBe("12 May 2019");
  });

  test("is none where the message is no such thing", () => {
    for (const other of [null, undefined, "t1", {}, { ...sent, at: "yesterday" }, { ...sent, changed: "4" }])
      expect(readGiven(other)).toBeUndefined();
  });
});

describe("its words", () => {
  const given = { id: "t1", day: "12 May", by: ["Ana"], changed: 4, isShown: true };

  test("lead from the slides of then to the latest", () => {
    expect(givenWords(given)).toEqual({
      text: "As presented on 12 May by Ana · 4 slides changed since",
      link: { text: "See the latest", version: "latest" },
    });
  });

  test("lead from the latest to the slides of then", () => {
    expect(givenWords({ ...given, changed: 1, isShown: false })).toEqual({
      text: "Presented on 12 May by Ana · 1 slide changed since",
      link: { text: "See it as presented", version: "t1" },
    });
  });

  test("offer nothing where both are the same, and say nothing on the latest then", () => {
    expect(givenWords({ ...given, changed: 0 })).toEqual({ text: "As presented on 12 May by Ana", link: undefined });
    expect(givenWords({ ...given, changed: 0, isShown: false })).toBeUndefined();
  });

  test("name everybody who presented, and nobody where none gave a name", () => {
    expect(givenWords({ ...given, changed: 0, by: ["Ana", "Ben", "Carla"] })?.text).toBe("As presented on 12 May by Ana, Ben and Carla");
    expect(givenWords({ ...given, changed: 0, by: [] })?.text).toBe("As presented on 12 May");
  });
});
