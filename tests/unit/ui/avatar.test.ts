import { expect, test } from "vitest";
import { initialsOf } from "@/components/ui/avatar";

test.each([
  ["Ana", "A"],
  ["ana maria berg", "AB"],
  ["  Øyvind  ", "Ø"],
  ["🦊 Fox", "🦊F"],
  ["", ""],
])("%j is shown as %s", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
