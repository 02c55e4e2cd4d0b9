import { z } from "zod";
import { webhookIdSchema, type DeckId, type TeamId } from "@/lib/api/ids";
import { webhookEvents, type WebhookInfo } from "@/lib/api/webhooks";
import { AppError } from "@/lib/errors";

/** Whose webhooks: a deck's, or a team's for all of its decks. */
export type WebhookOwner = { readonly deckId: DeckId } | { readonly teamId: TeamId };

interface WebhookRow {
  readonly id: string;
  readonly url: string;
  readonly events: readonly string[];
  readonly createdAt: Date;
  readonly failingSince: Date | null;
  readonly disabledAt: Date | null;
}

const eventsSchema = z.array(z.enum(webhookEvents));

/** A row as its owners see it: without the secret. */
export function toWebhook({ id, url, events, createdAt, failingSince, disabledAt }: WebhookRow): WebhookInfo {
  return {
    id: webhookIdSchema.parse(id),
    url,
    events: eventsSchema.parse(events),
    createdAt: createdAt.toISOString(),
    failingSince: failingSince?.toISOString() ?? null,
    disabledAt: disabledAt?.toISOString() ?? null,
  };
}

export function webhookNotFound(): AppError {
  return new AppError("not-found", "There is no such webhook: somebody may have deleted it.");
}
