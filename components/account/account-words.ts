import type { Account } from "@/lib/api/account-page";

/** What becomes of decks when somebody deletes their account. */
export function whatGoes({ decks, loneTeamDecks, sharedDecks }: Pick<Account, "decks" | "loneTeamDecks" | "sharedDecks">): string {
  const all = decks + loneTeamDecks;
  if (all === 0) return "You own no decks. Decks of your teams and of others stay.";
  const alone = loneTeamDecks === 1 ? "The one deck" : `The ${loneTeamDecks} decks`;
  const yours = decks === 0 ? "" : decks === 1 ? "Your deck goes with it, for everybody." : `Your ${decks} decks go with it, for everybody.`;
  const teams =
    loneTeamDecks === 0 ? "" : `${alone} of teams that nobody else is in ${loneTeamDecks === 1 ? "goes" : "go"} ${decks === 0 ? "with it" : "too"}.`;
  const shared =
    sharedDecks === 0
      ? ""
      : `Others can open ${all === 1 ? "it" : sharedDecks === 1 ? "one of them" : `${sharedDecks} of them`}: make somebody the owner first, in Share, and it stays.`;
  const rest = `Decks of ${loneTeamDecks === 0 ? "teams" : "other teams"} and of others stay.`;
  return [yours, teams, shared, rest].filter((sentence) => sentence !== "").join(" ");
}
