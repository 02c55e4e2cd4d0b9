import { callJson, callNothing, type CallOptions } from "@/lib/api/transport";
import {
  createdWebhookSchema,
  deliveryListSchema,
  webhookSchema,
  type CreatedWebhook,
  type CreateWebhookBody,
  type DeliveryList,
  type PatchWebhookBody,
  type WebhookInfo,
} from "@/lib/api/webhooks";

/** The calls of a deck's webhooks as functions; like all of the client's they throw `ApiError`. */
export interface WebhookCalls {
  readonly create: (body: CreateWebhookBody) => Promise<CreatedWebhook>;
  readonly change: (webhookId: string, body: PatchWebhookBody) => Promise<WebhookInfo>;
  readonly remove: (webhookId: string) => Promise<void>;
  readonly deliveries: (webhookId: string, options?: CallOptions) => Promise<DeliveryList>;
  readonly sendAgain: (webhookId: string, deliveryId: string) => Promise<void>;
}

/** Below `/api/decks/:id`, or `/api/teams/:id` for those of a team. */
export function webhookCalls(owner: string): WebhookCalls {
  const all = `${owner}/webhooks`;
  return {
    create: (body) => callJson(createdWebhookSchema, "POST", all, { json: body }),
    change: (webhookId, body) => callJson(webhookSchema, "PATCH", `${all}/${webhookId}`, { json: body }),
    remove: (webhookId) => callNothing("DELETE", `${all}/${webhookId}`),
    deliveries: (webhookId, options = {}) => callJson(deliveryListSchema, "GET", `${all}/${webhookId}/deliveries`, options),
    sendAgain: (webhookId, deliveryId) => callNothing("POST", `${all}/${webhookId}/deliveries/${deliveryId}`),
  };
}
