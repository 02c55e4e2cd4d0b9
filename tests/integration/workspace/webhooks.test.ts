import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import * as commentsRoute from "@/app/api/decks/[id]/comments/route";
import * as deliveriesRoute from "@/app/api/decks/[id]/webhooks/[webhookId]/deliveries/route";
import * as deliveryRoute from "@/app/api/decks/[id]/webhooks/[webhookId]/deliveries/[deliveryId]/route";
import * as webhookRoute from "@/app/api/decks/[id]/webhooks/[webhookId]/route";
import * as webhooksRoute from "@/app/api/decks/[id]/webhooks/route";
import { deckIdSchema } from "@/lib/api/ids";
import {
  createdWebhookSchema,
  deliveryListSchema,
  webhookListSchema,
  webhookSchema,
  type CreatedWebhook,
  type WebhookEvent,
} from "@/lib/api/webhooks";
import { announceEvent } from "@/lib/workspace/webhooks/announce";
import { sendDue } from "@/lib/workspace/webhooks/sender";
import { signedHeaders } from "@/lib/workspace/webhooks/sign";
import { openHouse, type Actor, type House } from "@/tests/integration/api/house";
import { eventually } from "@/tests/support/eventually";
import { until } from "@/tests/support/until";

interface Heard {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let house: House;
let ana: Actor;
let receiver: Server;
let address: string;
let heard: Heard[] = [];
let status = 204;
beforeAll(async () => {
  house = await openHouse();
  ana = await house.signUp("Ana");
  receiver = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (chunk: string) => (body += chunk));
    request.on("end", () => {
      heard.push({ headers: request.headers, body });
      response.writeHead(status, { location: "http://example.invalid/" }).end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
});
afterAll(async () => {
  receiver.close();
  await house.close();
});
beforeEach(async () => {
  await house.pool.query("DELETE FROM webhook");
  [heard, status] = [[], 204];
});

const send = (allowPrivate = true) => sendDue({ pool: house.pool, allowPrivate });

async function makeHook(id: string, events: readonly WebhookEvent[], url = address): Promise<CreatedWebhook> {
  const answer = await house.call(webhooksRoute.POST, "POST", `/api/decks/${id}/webhooks`, { as: ana, params: { id }, json: { url, events } });
  return createdWebhookSchema.parse(await answer.json());
}

const deliveriesOf = async (id: string, { id: webhookId }: CreatedWebhook) =>
  deliveryListSchema.parse(await (await house.call(deliveriesRoute.GET, "GET", "/", { as: ana, params: { id, webhookId } })).json()).deliveries;

const listed = async (id: string) =>
  webhookListSchema.parse(await (await house.call(webhooksRoute.GET, "GET", "/", { as: ana, params: { id } })).json()).webhooks;

const changeDeck = (id: string) => announceEvent(house.runtime, webhookDeck(id), { event: "deck.changed" });
const webhookDeck = (id: string) => deckIdSchema.parse(id);

test("it is told what it asked for, signed, and nothing else", async () => {
  const { id } = await house.createDeck(ana, { markdown: "# A talk" });
  const hook = await makeHook(id, ["comment.created", "deck.published"]);
  await changeDeck(id);
  await house.call(commentsRoute.POST, "POST", "/", { as: ana, params: { id }, json: { body: "Is that so?" } });
  const link = await house.createLink(ana, id, { kind: "public" });
  await send();
  const told = heard.map(({ body }) => JSON.parse(body));
  expect(told.map(({ type }) => type)).toEqual(["comment.created", "deck.published"]);
  expect(told[0].data).toMatchObject({ deckId: id, body: "Is that so?", authorId: ana.userId });
  expect(told[1].data).toMatchObject({ deckId: id, url: link.url });
  for (const { headers, body } of heard) {
    const nowMs = Number(headers["webhook-timestamp"]) * 1000;
    expect(headers).toMatchObject(signedHeaders(body, { id: String(headers["webhook-id"]), secret: hook.secret, nowMs }));
  }
});

test("the secret is told once", async () => {
  const { id } = await house.createDeck(ana, {});
  const { secret } = await makeHook(id, ["deck.changed"]);
  expect(JSON.stringify(await listed(id))).not.toContain(secret);
});

test("changes that nobody was told of yet are told together", async () => {
  const { id } = await house.createDeck(ana, {});
  await makeHook(id, ["deck.changed"]);
  for (let count = 0; count < 3; count++) await changeDeck(id);
  await send();
  await changeDeck(id);
  await send();
  expect(heard).toHaveLength(2);
});

test("what failed is tried again later, under the same id, and given up in the end", async () => {
  const { id } = await house.createDeck(ana, {});
  const hook = await makeHook(id, ["deck.changed"]);
  status = 500;
  await changeDeck(id);
  expect(await send()).toBe(1);
  expect((await deliveriesOf(id, hook))[0]).toMatchObject({ state: "waiting", attempts: 1, answer: "It answered 500." });
  expect(await send()).toBe(0);
  for (let count = 0; count < 7; count++) {
    await house.pool.query("UPDATE webhook_delivery SET due_at = now() - interval '1 s'");
    await send();
  }
  expect((await deliveriesOf(id, hook))[0]).toMatchObject({ state: "failed", attempts: 8 });
  expect(new Set(heard.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
});

test("one that fails for days is disabled, and tried again when somebody says so", async () => {
  const { id } = await house.createDeck(ana, {});
  const hook = await makeHook(id, ["deck.changed"]);
  status = 404;
  await changeDeck(id);
  await send();
  await house.pool.query("UPDATE webhook SET failing_since = now() - interval '6 days'; UPDATE webhook_delivery SET due_at = now() - interval '1 s'");
  await send();
  expect((await listed(id))[0]?.disabledAt).not.toBeNull();
  await changeDeck(id);
  expect(await deliveriesOf(id, hook)).toHaveLength(1);
  status = 204;
  const again = await house.call(webhookRoute.PATCH, "PATCH", "/", { as: ana, params: { id, webhookId: hook.id }, json: { enabled: true } });
  expect(webhookSchema.parse(await again.json())).toMatchObject({ disabledAt: null, failingSince: null });
  await house.pool.query("UPDATE webhook_delivery SET due_at = now() - interval '1 s'");
  await send();
  expect((await deliveriesOf(id, hook))[0]).toMatchObject({ state: "delivered" });
});

test("a delivery is sent again on demand", async () => {
  const { id } = await house.createDeck(ana, {});
  const hook = await makeHook(id, ["deck.changed"]);
  await changeDeck(id);
  await send();
  const [delivery] = await deliveriesOf(id, hook);
  const params = { id, webhookId: hook.id, deliveryId: delivery?.id ?? "" };
  expect((await house.call(deliveryRoute.POST, "POST", "/", { as: ana, params })).status).toBe(204);
  await send();
  expect(heard.map(({ headers }) => headers["webhook-id"])).toEqual([delivery?.id, delivery?.id]);
});

test("a way that leads elsewhere is not gone", async () => {
  const { id } = await house.createDeck(ana, {});
  const hook = await makeHook(id, ["deck.changed"]);
  status = 302;
  await changeDeck(id);
  await send();
  expect((await deliveriesOf(id, hook))[0]).toMatchObject({ state: "waiting", answer: "It answered 302." });
});

test("nothing is sent into the own network, by number or by name", async () => {
  const { id } = await house.createDeck(ana, {});
  const byNumber = await makeHook(id, ["deck.changed"]);
  const byName = await makeHook(id, ["deck.changed"], address.replace("127.0.0.1", "localhost"));
  await changeDeck(id);
  await send(false);
  expect(heard).toEqual([]);
  for (const hook of [byNumber, byName]) expect((await deliveriesOf(id, hook))[0]?.answer).toContain("own network");
});

test("several processes at it send each thing once", async () => {
  const { id } = await house.createDeck(ana, {});
  for (let count = 0; count < 6; count++) await makeHook(id, ["deck.changed"]);
  await changeDeck(id);
  const counts = await Promise.all([send(), send(), send()]);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(6);
  expect(new Set(heard.map(({ headers }) => headers["webhook-id"])).size).toBe(6);
  expect(heard).toHaveLength(6);
});

test("one that does not answer keeps no other waiting, and is asked one thing at a time", async () => {
  const { id } = await house.createDeck(ana, {});
  await makeHook(id, ["deck.changed", "comment.created"], "http://silent.invalid/");
  await makeHook(id, ["deck.changed"]);
  await changeDeck(id);
  await house.call(commentsRoute.POST, "POST", "/", { as: ana, params: { id }, json: { body: "Is that so?" } });
  const asked: string[] = [];
  let answer: () => void = () => undefined;
  const silence = new Promise<void>((resolve) => (answer = resolve));
  const round = sendDue({
    pool: house.pool,
    allowPrivate: true,
    send: async (url) => {
      asked.push(url);
      if (url.includes("silent")) await silence;
      return { isDelivered: true, answer: "It answered 204." };
    },
  });
  await eventually(() => expect(asked.toSorted()).toEqual([address, "http://silent.invalid/"].toSorted()));
  await changeDeck(id);
  await eventually(() => expect(asked.filter((url) => url === address)).toHaveLength(2));
  expect(asked.filter((url) => url.includes("silent"))).toHaveLength(1);
  answer();
  await round;
  expect(asked.filter((url) => url.includes("silent")).length).toBeGreaterThan(1);
});

test("one that answers while the next delivery is looked for gets what else is due to it in the same round", async () => {
  const { id } = await house.createDeck(ana, {});
  await makeHook(id, ["deck.changed", "comment.created"]);
  await changeDeck(id);
  await house.call(commentsRoute.POST, "POST", "/", { as: ana, params: { id }, json: { body: "Is that so?" } });
  let answer: () => void = () => undefined;
  const silence = new Promise<void>((resolve) => (answer = resolve));
  const ended: string[] = [];
  // A look for the next delivery finds nothing while the webhook is busy, and returns once it is not any more.
  const query = async (text: string, values: readonly unknown[]) => {
    const result = await house.pool.query(text, [...values]);
    ended.push(text);
    if (Array.isArray(values[0]) && values[0].length > 0) {
      answer();
      await until("it has answered", () => ended.some((one) => one.startsWith("UPDATE webhook SET failing_since")), 20_000);
    }
    return result;
  };
  const pool = new Proxy(house.pool, { get: (target, key) => (key === "query" ? query : Reflect.get(target, key)) });
  const count = await sendDue({
    pool,
    allowPrivate: true,
    send: async () => {
      await silence;
      return { isDelivered: true, answer: "It answered 204." };
    },
  });
  expect(count).toBe(2);
});

test("a team's webhook hears of its decks", async () => {
  const { id } = await house.createDeck(ana, {});
  const { rows } = await house.pool.query<{ id: string }>("INSERT INTO team (name, slug) VALUES ('Crew', 'crew') RETURNING id");
  const teamId = rows[0]?.id;
  await house.pool.query("UPDATE deck SET owner_user_id = NULL, owner_team_id = $2 WHERE id = $1", [id, teamId]);
  await house.pool.query("INSERT INTO webhook (team_id, url, secret, events) VALUES ($1, $2, 'whsec_AAAA', '{deck.changed}')", [teamId, address]);
  await changeDeck(id);
  await send();
  expect(heard).toHaveLength(1);
});
