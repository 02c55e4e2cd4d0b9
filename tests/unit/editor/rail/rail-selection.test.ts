import { expect, test } from "vitest";
import { chosenKeys, selectRange, toggleSelected } from "@/components/editor/rail/rail-selection";

const keys = ["a", "b", "c", "d"];

test("a range has both its ends, whichever comes first", () => expect([...selectRange(keys, "c", "a").keys]).toEqual(["a", "b", "c"]));
test("one more is chosen beside the current slide", () => expect([...toggleSelected(undefined, "a", "c").keys]).toEqual(["a", "c"]));
test("chosen once more it is let go", () => expect([...toggleSelected(selectRange(keys, "a", "c"), "a", "b").keys]).toEqual(["a", "c"]));
test("an act means the chosen slides in the deck's order", () =>
  expect(chosenKeys(keys, toggleSelected(undefined, "d", "b"), "d")).toEqual(["b", "d"]));
test("an act on a slide beside the selection means it alone", () => expect(chosenKeys(keys, selectRange(keys, "a", "b"), "d")).toEqual(["d"]));
test("slides that went are no longer chosen", () => expect(chosenKeys(["a", "d"], selectRange(keys, "a", "c"), "a")).toEqual(["a"]));
