import type { UserId, WebhookId } from "@/lib/api/ids";
import { maxWebhooksPerOwner } from "@/lib/api/limits";
import type { CreatedWebhook, WebhookEvent, WebhookInfo } from "@/lib/api/webhooks";
import { AppError } from "@/lib/errors";
import type { Database } from "@/lib/workspace/database";
import { newSecret } from "@/lib/workspace/webhooks/sign";
import { toWebhook, webhookNotFound, type WebhookOwner } from "@/lib/workspace/webhooks/webhook-row";

type Ground = Pick<Database, "prisma">;

/** Newest first. */
export async function listWebhooks({ prisma }: Ground, owner: WebhookOwner): Promise<readonly WebhookInfo[]> {
  return (await prisma.webhook.findMany({ where: owner, orderBy: [{ createdAt: "desc" }, { id: "desc" }] })).map(toWebhook);
}

export interface CreateWebhookOptions {
  readonly url: string;
  readonly events: readonly WebhookEvent[];
  readonly createdBy: UserId;
}

/** Makes a webhook; the answer alone holds its secret. Throws 409 where there are too many. */
export async function createWebhook(
  { prisma }: Ground,
  owner: WebhookOwner,
  { url, events, createdBy }: CreateWebhookOptions,
): Promise<CreatedWebhook> {
  if ((await prisma.webhook.count({ where: owner })) >= maxWebhooksPerOwner) {
    throw new AppError("conflict", `There are ${maxWebhooksPerOwner} webhooks already. Delete those that nothing listens to any more.`);
  }
  const secret = newSecret();
  return { ...toWebhook(await prisma.webhook.create({ data: { ...owner, url, events: [...new Set(events)], createdBy, secret } })), secret };
}

export interface ChangeWebhookOptions {
  readonly webhookId: WebhookId;
  readonly url?: string | undefined;
  readonly events?: readonly WebhookEvent[] | undefined;
  /** Tries one again that was given up; what it was to be told meanwhile is sent now. */
  readonly enabled?: true | undefined;
}

export async function changeWebhook(
  { prisma }: Ground,
  owner: WebhookOwner,
  { webhookId, url, events, enabled }: ChangeWebhookOptions,
): Promise<WebhookInfo> {
  const again = enabled === true ? { disabledAt: null, failingSince: null } : {};
  const data = { ...(url === undefined ? {} : { url }), ...(events === undefined ? {} : { events: [...new Set(events)] }), ...again };
  const [row] = await prisma.webhook.updateManyAndReturn({ where: { id: webhookId, ...owner }, data });
  if (!row) throw webhookNotFound();
  return toWebhook(row);
}

export async function deleteWebhook({ prisma }: Ground, owner: WebhookOwner, webhookId: WebhookId): Promise<void> {
  const { count } = await prisma.webhook.deleteMany({ where: { id: webhookId, ...owner } });
  if (count === 0) throw webhookNotFound();
}
