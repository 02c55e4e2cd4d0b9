import { answer, done, json, type OperationGroup, type Operations } from "@/lib/api/openapi/operation";
import type { TokenScope } from "@/lib/api/tokens";
import {
  createdWebhookSchema,
  createWebhookBodySchema,
  deliveryListSchema,
  patchWebhookBodySchema,
  webhookListSchema,
  webhookSchema,
} from "@/lib/api/webhooks";

export const webhooks: OperationGroup = {
  name: "Webhooks",
  about:
    "An address of yours that is told when a deck was changed (`deck.changed`), published (`deck.published`) or commented on (`comment.created`). Bodies are signed as Standard Webhooks says; what fails is tried again for a day and a half.",
  operations: { ...below("/api/decks/[id]", "publish"), ...below("/api/teams/[id]", "none") },
};

function below(owner: "/api/decks/[id]" | "/api/teams/[id]", scope: TokenScope | "none"): Operations {
  const whose = owner === "/api/decks/[id]" ? "of a deck" : "of all decks of a team";
  const reads = scope === "none" ? "read" : scope;
  return {
    [`GET ${owner}/webhooks`]: {
      summary: `List the webhooks ${whose}`,
      scope: reads,
      answers: [answer(200, "The webhooks, without their secrets.", webhookListSchema)],
    },
    [`POST ${owner}/webhooks`]: {
      summary: `Make a webhook ${whose}`,
      scope,
      body: json(createWebhookBodySchema),
      answers: [answer(201, "The webhook with its secret, this once.", createdWebhookSchema)],
    },
    [`PATCH ${owner}/webhooks/[webhookId]`]: {
      summary: `Change a webhook ${whose}, or try it again`,
      scope,
      body: json(patchWebhookBodySchema),
      answers: [answer(200, "The webhook.", webhookSchema)],
    },
    [`DELETE ${owner}/webhooks/[webhookId]`]: { summary: `Delete a webhook ${whose}`, scope, answers: [done] },
    [`GET ${owner}/webhooks/[webhookId]/deliveries`]: {
      summary: `See what a webhook ${whose} was told`,
      scope: reads,
      answers: [answer(200, "The newest deliveries.", deliveryListSchema)],
    },
    [`POST ${owner}/webhooks/[webhookId]/deliveries/[deliveryId]`]: { summary: `Send a delivery ${whose} again`, scope, answers: [done] },
  };
}
