import { z } from "zod";
import { deliveryIdSchema, webhookIdSchema } from "@/lib/api/ids";
import { createWebhookBodySchema, patchWebhookBodySchema, type DeliveryList, type WebhookList } from "@/lib/api/webhooks";
import { json, noContent } from "@/lib/http/answers";
import { readJsonBody } from "@/lib/http/body";
import { handleDeck, readParams, type RouteHandler, type SignedInInput } from "@/lib/http/handle";
import { handleTeam } from "@/lib/http/teams";
import { listDeliveries, sendDeliveryAgain } from "@/lib/workspace/webhooks/deliveries";
import { changeWebhook, createWebhook, deleteWebhook, listWebhooks } from "@/lib/workspace/webhooks/manage";
import { webhookNotFound, type WebhookOwner } from "@/lib/workspace/webhooks/webhook-row";

type Work = (input: SignedInInput & { readonly owner: WebhookOwner }) => Promise<Response>;

/** The same calls below a deck, for who may share it, and below a team, for who runs it. */
export const ofDeck = (work: Work): RouteHandler => handleDeck("share", ({ deckId, ...input }) => work({ ...input, owner: { deckId } }));
export const ofTeam = (work: Work): RouteHandler =>
  handleTeam("manage", ({ teamId, ...input }) => work({ ...input, owner: { teamId } }), { takesTeams: true });

export const answerList: Work = async ({ runtime, owner }) =>
  json(200, { webhooks: [...(await listWebhooks(runtime, owner))] } satisfies WebhookList);

export const answerCreate: Work = async ({ request, runtime, session, owner }) => {
  const { url, events } = await readJsonBody(request, createWebhookBodySchema);
  return json(201, await createWebhook(runtime, owner, { url, events, createdBy: session.userId }));
};

const paramsSchema = z.object({ webhookId: webhookIdSchema });
const deliveryParamsSchema = z.object({ webhookId: webhookIdSchema, deliveryId: deliveryIdSchema });

export const answerChange: Work = async ({ request, runtime, params, owner }) => {
  const { webhookId } = readParams(params, paramsSchema, webhookNotFound());
  return json(200, await changeWebhook(runtime, owner, { webhookId, ...(await readJsonBody(request, patchWebhookBodySchema)) }));
};

export const answerDelete: Work = async ({ runtime, params, owner }) => {
  await deleteWebhook(runtime, owner, readParams(params, paramsSchema, webhookNotFound()).webhookId);
  return noContent();
};

export const answerDeliveries: Work = async ({ runtime, params, owner }) => {
  const { webhookId } = readParams(params, paramsSchema, webhookNotFound());
  return json(200, { deliveries: [...(await listDeliveries(runtime, owner, webhookId))] } satisfies DeliveryList);
};

export const answerSendAgain: Work = async ({ runtime, params, owner }) => {
  await sendDeliveryAgain(runtime, owner, readParams(params, deliveryParamsSchema, webhookNotFound()));
  return noContent();
};
