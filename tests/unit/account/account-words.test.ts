import { expect, test } from "vitest";
import { whatGoes } from "@/components/account/account-words";

test.each([
  [{ decks: 0, loneTeamDecks: 0, sharedDecks: 0 }, "You own no decks. Decks of your teams and of others stay."],
  [{ decks: 1, loneTeamDecks: 0, sharedDecks: 0 }, "Your deck goes with it, for everybody. Decks of teams and of others stay."],
  [
    { decks: 3, loneTeamDecks: 0, sharedDecks: 2 },
    "Your 3 decks go with it, for everybody. Others can open 2 of them: make somebody the owner first, in Share, and it stays. Decks of teams and of others stay.",
  ],
  [
    { decks: 0, loneTeamDecks: 1, sharedDecks: 0 },
    "The one deck of teams that nobody else is in goes with it. Decks of other teams and of others stay.",
  ],
  [
    { decks: 2, loneTeamDecks: 4, sharedDecks: 0 },
    "Your 2 decks go with it, for everybody. The 4 decks of teams that nobody else is in go too. Decks of other teams and of others stay.",
  ],
])("an account with %j says what becomes of them", (account, words) => {
  expect(whatGoes(account)).toBe(words);
});
