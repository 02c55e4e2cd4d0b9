import type { DeckId } from "@/lib/api/ids";
import type { WebhookEvent } from "@/lib/api/webhooks";
import type { Database } from "@/lib/workspace/database";

/**
 * Writes down for every webhook that wants to know of it what happened to a deck; the sender takes it from there. Of
 * changes that nobody was told of yet only one is kept: whoever is told looks at the deck as it is then.
 */
export async function announceEvent(
  { pool }: Pick<Database, "pool">,
  deckId: DeckId,
  { event, data = {} }: { readonly event: WebhookEvent; readonly data?: object },
): Promise<void> {
  const body = JSON.stringify({ type: event, timestamp: new Date().toISOString(), data: { deckId, ...data } });
  await pool.query(
    `INSERT INTO webhook_delivery (webhook_id, deck_id, event, body)
     SELECT w.id, $1, $2, $3 FROM webhook w JOIN deck d ON d.id = $1
      WHERE (w.deck_id = d.id OR w.team_id = d.owner_team_id) AND w.disabled_at IS NULL AND $2 = ANY (w.events)
        AND NOT ($2 = 'deck.changed' AND EXISTS (
          SELECT FROM webhook_delivery v WHERE v.webhook_id = w.id AND v.deck_id = $1 AND v.event = $2 AND v.attempts = 0 AND v.due_at IS NOT NULL))`,
    [deckId, event, body],
  );
}
