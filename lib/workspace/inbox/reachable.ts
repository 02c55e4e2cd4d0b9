import { heldSql } from "@/lib/workspace/decks/role";

/**
 * A condition on `inbox_item i`: may this person still comment on its deck? As `may(role, "comment")` for what `heldSql`
 * says. A deck in the trash is nowhere.
 */
export const isReachableSql = `EXISTS (
  SELECT FROM (${heldSql.replaceAll("$1", "i.user_id")}) held JOIN deck d ON d.id = held.deck_id
   WHERE held.deck_id = i.deck_id AND d.trashed_at IS NULL AND held.word NOT IN ('view', 'guest'))`;
