import type { DeckFilter, DeckSort } from "@/lib/api/decks";
import { grantedSql, heldSql } from "@/lib/workspace/decks/role";

/** What a list is ordered by: a column, and what a place in it is written as. */
export interface ListOrder {
  readonly column: string;
  readonly type: "timestamptz" | "text";
  readonly isDescending: boolean;
}

const orders: Readonly<Record<DeckSort, ListOrder>> = {
  edited: { column: "d.last_edited_at", type: "timestamptz", isDescending: true },
  created: { column: "d.created_at", type: "timestamptz", isDescending: true },
  name: { column: "d.title_key", type: "text", isDescending: false },
};

/** The order of a list: two have one of their own. */
export function orderOf(show: DeckFilter, sort: DeckSort): ListOrder {
  if (show === "recent") return { column: "m.opened_at", type: "timestamptz", isDescending: true };
  if (show === "trash") return { column: "d.trashed_at", type: "timestamptz", isDescending: true };
  return orders[sort];
}

/**
 * One way in which decks come into a list of the person `$1`. `firstOf` makes the statement of its first rows out of a FROM
 * that has `deck d` and ends in a condition.
 */
export type ListSource = (firstOf: (from: string) => string) => string;

/** The ways of each list; `put` makes a parameter of a value. What they find is asked for its roles once more. */
export function sourcesOf(show: DeckFilter, put: (value: unknown) => string): readonly ListSource[] {
  switch (show) {
    case "all":
    case "templates":
      return [own, ofTeams, granted];
    case "mine":
      return [own];
    case "shared":
      return [granted];
    case "recent":
      return [marked("opened_at")];
    case "starred":
      return [marked("starred_at")];
    case "trash":
      return [own, ofTeamsRun];
    default:
      return [ofEachTeam(`tm.role <> 'guest' AND tm.team_id = ${put(show.slice("team:".length))}::uuid`)];
  }
}

const own: ListSource = (firstOf) => firstOf("deck d WHERE d.owner_user_id = $1");

const ofEachTeam =
  (condition: string): ListSource =>
  (firstOf) =>
    `(SELECT first.* FROM team_member tm CROSS JOIN LATERAL ${firstOf("deck d WHERE d.owner_team_id = tm.team_id")} first WHERE tm.user_id = $1 AND ${condition})`;

const ofTeams = ofEachTeam("tm.role <> 'guest'");
const ofTeamsRun = ofEachTeam("tm.role ~ '(owner|admin)'");

/** Decks of others. A person's own, joined by a link as a guest once, is no deck of others. */
const granted: ListSource = (firstOf) =>
  firstOf(`deck d WHERE d.id IN (SELECT g.deck_id FROM (${grantedSql}) g) AND d.owner_user_id IS DISTINCT FROM $1`);

/** Those with a mark of this person's, as long as they hold a right on them: asked for each deck, since it's a few of many. */
const marked =
  (mark: "opened_at" | "starred_at"): ListSource =>
  (firstOf) =>
    firstOf(
      `deck_mark m JOIN deck d ON d.id = m.deck_id
        WHERE m.user_id = $1 AND m.${mark} IS NOT NULL AND (SELECT true FROM (${heldSql}) h WHERE h.deck_id = d.id LIMIT 1)`,
    );
