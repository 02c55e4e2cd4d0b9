import { expect, test } from "vitest";
import { deletionWords } from "@/components/team/team-words";

test.each([
  [{ decks: 0, members: 1 }, "It has no decks. This can’t be undone."],
  [{ decks: 3, members: 1 }, "Its 3 decks become yours. This can’t be undone."],
  [{ decks: 1, members: 2 }, "Its deck becomes yours. One other person loses it. This can’t be undone."],
  [{ decks: 3, members: 4 }, "Its 3 decks become yours. 3 others lose them. This can’t be undone."],
])("deleting a team of %j says who gets its decks and who loses them", (team, words) => {
  expect(deletionWords(team)).toBe(words);
});
