import { expect, test } from "vitest";
import { noticesIn } from "@/tests/support/decks/notices";

test("what was meant to be written is named at its place", () => {
  expect(noticesIn("# One TODO\n\n- a **TBD** b\n\nLorem ipsum dolor\n", "leftover").map(({ about }) => about)).toEqual([
    "TODO",
    "TBD",
    "Lorem ipsum",
  ]);
});

test("code, links and words that hold the letters say nothing", () => {
  expect(noticesIn("`TODO` in code\n\n```\nTODO\n```\n\ntodo lists, TODOS\n", "leftover")).toEqual([]);
});
