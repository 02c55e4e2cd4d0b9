import { expect, test } from "vitest";
import { readCommand, readOrigin } from "@/lib/player/embed/frame-api";

test("commands are read, and nothing else is one", () => {
  expect(readCommand({ lectern: 1, command: "next" })).toEqual({ command: "next" });
  expect(readCommand({ lectern: 1, command: "goto", slide: 3 })).toEqual({ command: "goto", slide: 3, step: 0 });
  expect(readCommand({ lectern: 1, command: "goto", slide: "the-wait", step: 2 })).toEqual({ command: "goto", slide: "the-wait", step: 2 });
  const others = [
    null,
    "next",
    { command: "next" },
    { lectern: 1, command: "blank" },
    { lectern: 1, command: "goto" },
    { lectern: 1, command: "toString" },
  ];
  for (const other of others) expect(readCommand(other)).toBeUndefined();
});

test.each([
  ["?embed", undefined],
  ["?embed&origin=https://example.org/a/page", "https://example.org"],
  ["?embed&origin=http://localhost:8080", "http://localhost:8080"],
  ["?embed&origin=*", undefined],
  ["?embed&origin=null", undefined],
  ["?embed&origin=data:text/html,x", undefined],
])("the address %s lets one origin command", (search, origin) => {
  expect(readOrigin(search)).toBe(origin);
});
