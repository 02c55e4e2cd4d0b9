import { afterAll, beforeAll, expect, test } from "vitest";
import { operationGroups } from "@/lib/api/openapi/operations";
import { createdTokenSchema, tokenScopes, type TokenScope } from "@/lib/api/tokens";
import * as tokensRoute from "@/app/api/tokens/route";
import { openHouse, type Actor, type House } from "@/tests/integration/api/house";
import { findRoutes } from "@/tests/integration/rights/file-tree";

let house: House;
let ana: Actor;
let deckId: string;
let routes: Awaited<ReturnType<typeof findRoutes>>;
const tokens = new Map<TokenScope, string>();
beforeAll(async () => {
  house = await openHouse();
  ana = await house.signUp("Ana");
  deckId = (await house.createDeck(ana, { markdown: "# A talk" })).id;
  routes = await findRoutes();
  for (const scope of tokenScopes) {
    const made = await house.call(tokensRoute.POST, "POST", "/api/tokens", { as: ana, json: { label: scope, scope } });
    tokens.set(scope, createdTokenSchema.parse(await made.json()).token);
  }
});
afterAll(() => house.close());

const nobody = "00000000-0000-4000-8000-000000000000";

/** Is the token let in? What the call makes of the rest of a request that says nothing is no matter. */
async function isLetIn(key: string, headers: Readonly<Record<string, string>>): Promise<boolean> {
  const [method = "", address = ""] = key.split(" ");
  const handler = routes.get(key);
  if (!handler) throw new Error(`There is no ${key}.`);
  const names = [...address.matchAll(/\[(\w+)\]/g)].map(([, name = ""]) => name);
  const params = { ...Object.fromEntries(names.map((name) => [name, nobody])), ...(address.startsWith("/api/decks/[id]") ? { id: deckId } : {}) };
  const answer = await house.call(handler, method, address, { params, headers });
  const isRefused = answer.status === 403 && /token/.test((await answer.clone().json()).detail);
  await answer.body?.cancel();
  return answer.status !== 401 && !isRefused;
}

test("the scopes that are told are those that count", async () => {
  const wrong: string[] = [];
  const operations = operationGroups.flatMap((group) => Object.entries(group.operations));
  // The deck goes last.
  for (const [key, { scope }] of operations.toSorted(([a], [b]) => Number(a === "DELETE /api/decks/[id]") - Number(b === "DELETE /api/decks/[id]"))) {
    house.moveAddress();
    const needed = scope === "open" ? "open" : undefined;
    const counts = needed ?? (await firstThatIsLetIn(key)) ?? "none";
    if (counts !== scope) wrong.push(`${key}: ${counts} instead of ${scope}`);
  }
  expect(wrong).toEqual([]);
});

async function firstThatIsLetIn(key: string): Promise<TokenScope | undefined> {
  for (const scope of tokenScopes) if (await isLetIn(key, { authorization: `Bearer ${tokens.get(scope) ?? ""}` })) return scope;
  return undefined;
}

test("what is open to anybody asks for no token", async () => {
  const open = operationGroups.flatMap((group) => Object.entries(group.operations)).filter(([, { scope }]) => scope === "open");
  for (const [key] of open) expect([key, await isLetIn(key, {})]).toEqual([key, true]);
});
