import { expect, test } from "vitest";
import { findBroken } from "@/lib/export/find-broken";

/** Counts its tries; a work fails where it holds one of these. */
function workThatBreaksAt(...broken: readonly number[]) {
  const tries: (readonly [number, number])[] = [];
  const works = async (from: number, to: number) => {
    tries.push([from, to]);
    return !broken.some((index) => index >= from && index < to);
  };
  return { tries, works };
}

test.each([[[0]], [[7]], [[99]], [[3, 4]], [[0, 50, 99]], [[]]])("of a hundred, %j are found", async (broken) => {
  const { works } = workThatBreaksAt(...broken);
  expect(await findBroken(100, works)).toEqual(broken);
});

test("the only one is it, without a try", async () => {
  const { works, tries } = workThatBreaksAt(0);
  expect(await findBroken(1, works)).toEqual([0]);
  expect(tries).toEqual([]);
});

test("one among a thousand costs some twenty tries", async () => {
  const { works, tries } = workThatBreaksAt(617);
  await findBroken(1_000, works);
  expect(tries.length).toBeLessThanOrEqual(22);
});
