import { z } from "zod";
import { deckIdSchema, deliveryIdSchema, webhookIdSchema } from "@/lib/api/ids";

/** What a webhook may be told of. */
export const webhookEvents = ["deck.changed", "deck.published", "comment.created"] as const;
export type WebhookEvent = (typeof webhookEvents)[number];

export const webhookSchema = z.object({
  id: webhookIdSchema,
  url: z.string(),
  events: z.array(z.enum(webhookEvents)),
  createdAt: z.iso.datetime(),
  /** The first failure since the last success. */
  failingSince: z.iso.datetime().nullable(),
  /** When it was given up: it failed for days. */
  disabledAt: z.iso.datetime().nullable(),
});
export type WebhookInfo = z.infer<typeof webhookSchema>;

/** `GET …/webhooks`. */
export const webhookListSchema = z.object({ webhooks: z.array(webhookSchema) });
export type WebhookList = z.infer<typeof webhookListSchema>;

const urlSchema = z
  .url({ protocol: /^https?$/, error: "This is no web address. It begins with https://" })
  .max(2_000, "This address is too long.")
  .refine(
    (url) => !/^https?:\/\/[^/]*@/i.test(url),
    "An address with a password in it would be kept where others see it. Check the signature instead.",
  );

const eventsSchema = z.array(z.enum(webhookEvents)).min(1, "Choose at least one event.");

/** `POST …/webhooks` → 201 with the webhook and its secret, this once. */
export const createWebhookBodySchema = z.strictObject({ url: urlSchema, events: eventsSchema });
export type CreateWebhookBody = z.input<typeof createWebhookBodySchema>;

export const createdWebhookSchema = webhookSchema.extend({
  /** `whsec_…`: what its bodies are signed with (Standard Webhooks). */
  secret: z.string(),
});
export type CreatedWebhook = z.infer<typeof createdWebhookSchema>;

/** `PATCH …/webhooks/:webhookId`; `enabled: true` tries one again that was given up. */
export const patchWebhookBodySchema = z
  .strictObject({ url: urlSchema.optional(), events: eventsSchema.optional(), enabled: z.literal(true).optional() })
  .refine((body) => Object.values(body).some((value) => value !== undefined), { message: "There is nothing to change in this request." });
export type PatchWebhookBody = z.input<typeof patchWebhookBodySchema>;

/** One thing that a webhook was told, or is to be. */
export const deliverySchema = z.object({
  id: deliveryIdSchema,
  event: z.enum(webhookEvents),
  deckId: deckIdSchema,
  state: z.enum(["waiting", "delivered", "failed"]),
  attempts: z.int(),
  /** What came back the last time, in words. */
  answer: z.string().nullable(),
  createdAt: z.iso.datetime(),
  /** When it is tried the next time. */
  dueAt: z.iso.datetime().nullable(),
  deliveredAt: z.iso.datetime().nullable(),
});
export type DeliveryInfo = z.infer<typeof deliverySchema>;

/** `GET …/webhooks/:webhookId/deliveries`: the newest, newest first. */
export const deliveryListSchema = z.object({ deliveries: z.array(deliverySchema) });
export type DeliveryList = z.infer<typeof deliveryListSchema>;
