import { expect, test } from "vitest";
import { noticesIn } from "@/tests/support/decks/notices";

const code = "planned-time";

test("slides that take longer than the talk are named with by how much", () => {
  const source = "---\nduration: 5m\n---\n\n<!-- _duration: 4m -->\n\n# One\n\n---\n\n<!-- _duration: 90s -->\n\n# Two\n";
  expect(noticesIn(source, code)).toEqual([
    { about: "duration: 5m", message: "The slides are planned for 5 min 30 s, the talk for 5 min: 30 s too much.", fixed: undefined },
  ]);
});

test("hidden slides take no time, and what fits says nothing", () => {
  const source = "---\nduration: 5m\n---\n\n<!-- _duration: 5m -->\n\n# One\n\n---\n\n<!-- _duration: 90s -->\n<!-- _hidden: true -->\n\n# Two\n";
  expect(noticesIn(source, code)).toEqual([]);
});
