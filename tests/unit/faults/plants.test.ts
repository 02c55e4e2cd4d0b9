import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { planted } from "@/tests/faults/plant";
import { invariants, plants, untested } from "@/tests/faults/plants";

/** The titles of a file's tests, as patterns: a table fills its places in. */
function titlesIn(file: string): readonly RegExp[] {
  const literals = readFileSync(file, "utf8").matchAll(/"(?:[^"\\\n]|\\.)*\[I\d+\](?:[^"\\\n]|\\.)*"/gu);
  return [...literals].map(([literal]) => {
    const title: unknown = JSON.parse(literal);
    const parts = String(title).split(/%[a-z]|\$\w+/u);
    return new RegExp(`^${parts.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)).join(".+")}$`, "u");
  });
}

test.each(plants.map((plant) => [plant.name, plant] as const))("the fault has its place and its test: %s", (_name, plant) => {
  const source = readFileSync(plant.file, "utf8");
  expect(planted(source, plant)).not.toBe(source);
  expect(plant.testName).toContain(`[${plant.invariant}]`);
  expect(titlesIn(plant.testFile).filter((title) => title.test(plant.testName))).toHaveLength(1);
});

test("a fault whose place is gone, or not the only one, can't be planted", () => {
  const [plant] = plants;
  if (plant === undefined) throw new Error("there are no faults");
  expect(() => planted("nothing of the kind", plant)).toThrow("0 times");
  expect(() => planted(plant.find.repeat(2), plant)).toThrow("2 times");
});

test("every invariant has a fault, or a reason to have none; every fault a name of its own", () => {
  const missing = invariants.filter((invariant) => !plants.some((plant) => plant.invariant === invariant));
  expect(missing).toEqual(Object.keys(untested));
  expect(new Set(plants.map(({ name }) => name)).size).toBe(plants.length);
});
