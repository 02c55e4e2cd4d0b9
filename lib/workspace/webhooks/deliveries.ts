import { z } from "zod";
import { deckIdSchema, deliveryIdSchema, type DeliveryId, type WebhookId } from "@/lib/api/ids";
import { webhookLogLength } from "@/lib/api/limits";
import { webhookEvents, type DeliveryInfo } from "@/lib/api/webhooks";
import { AppError } from "@/lib/errors";
import type { Database } from "@/lib/workspace/database";
import { webhookNotFound, type WebhookOwner } from "@/lib/workspace/webhooks/webhook-row";

type Ground = Pick<Database, "prisma">;

/** What a webhook was told, the newest first. */
export async function listDeliveries({ prisma }: Ground, owner: WebhookOwner, webhookId: WebhookId): Promise<readonly DeliveryInfo[]> {
  const webhook = await prisma.webhook.findFirst({
    where: { id: webhookId, ...owner },
    include: { deliveries: { orderBy: [{ createdAt: "desc" }, { id: "desc" }], take: webhookLogLength } },
  });
  if (!webhook) throw webhookNotFound();
  return webhook.deliveries.map((row) => ({
    id: deliveryIdSchema.parse(row.id),
    event: z.enum(webhookEvents).parse(row.event),
    deckId: deckIdSchema.parse(row.deckId),
    state: row.deliveredAt ? "delivered" : row.dueAt ? "waiting" : "failed",
    attempts: row.attempts,
    answer: row.answer,
    createdAt: row.createdAt.toISOString(),
    dueAt: row.dueAt?.toISOString() ?? null,
    deliveredAt: row.deliveredAt?.toISOString() ?? null,
  }));
}

/** Sends a delivery again, under the same id, so that who took it already knows it. */
export async function sendDeliveryAgain(
  { prisma }: Ground,
  owner: WebhookOwner,
  { webhookId, deliveryId }: { readonly webhookId: WebhookId; readonly deliveryId: DeliveryId },
): Promise<void> {
  const { count } = await prisma.webhookDelivery.updateMany({
    where: { id: deliveryId, webhookId, webhook: owner },
    data: { dueAt: new Date(), deliveredAt: null, attempts: 0 },
  });
  if (count === 0) throw new AppError("not-found", "This delivery is not in the log any more.");
}
