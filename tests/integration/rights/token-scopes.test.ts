import { afterAll, beforeAll, expect, test } from "vitest";
import { operationGroups } from "@/lib/api/openapi/operations";
import { teamIdSchema } from "@/lib/api/ids";
import { createdTokenSchema, tokenScopes, type TokenScope } from "@/lib/api/tokens";
import * as tokensRoute from "@/app/api/tokens/route";
import { openHouse, type Actor, type House } from "@/tests/integration/api/house";
import { findRoutes } from "@/tests/integration/rights/file-tree";

let house: House;
let ana: Actor;
let routes: Awaited<ReturnType<typeof findRoutes>>;
beforeAll(async () => {
  house = await openHouse();
  ana = await house.signUp("Ana");
  routes = await findRoutes();
});
afterAll(() => house.close());

const nobody = "00000000-0000-4000-8000-000000000000";

/** A token of each scope, and a deck that they reach. */
interface Keys {
  readonly deckId: string;
  readonly teamId: string;
  readonly tokens: ReadonlyMap<TokenScope, string>;
}

async function makeKeys({ teamId }: { readonly teamId?: string } = {}): Promise<Keys> {
  const tokens = new Map<TokenScope, string>();
  for (const scope of tokenScopes) {
    const made = await house.call(tokensRoute.POST, "POST", "/api/tokens", { as: ana, json: { label: scope, scope, teamId } });
    tokens.set(scope, createdTokenSchema.parse(await made.json()).token);
  }
  const { id: deckId } = await house.createDeck(ana, { markdown: "# A talk", teamId: teamIdSchema.optional().parse(teamId) });
  return { deckId, teamId: teamId ?? nobody, tokens };
}

/** Is the token let in? What the call makes of the rest of a request that says nothing is no matter. */
async function isLetIn(key: string, headers: Readonly<Record<string, string>>, { deckId, teamId }: Omit<Keys, "tokens">): Promise<boolean> {
  const [method = "", address = ""] = key.split(" ");
  const handler = routes.get(key);
  if (!handler) throw new Error(`There is no ${key}.`);
  const names = [...address.matchAll(/\[(\w+)\]/g)].map(([, name = ""]) => name);
  const params = {
    ...Object.fromEntries(names.map((name) => [name, nobody])),
    ...(address.startsWith("/api/decks/[id]") ? { id: deckId } : {}),
    ...(address.startsWith("/api/teams/[id]") ? { id: teamId } : {}),
  };
  const answer = await house.call(handler, method, address, { params, headers });
  const isRefused = answer.status === 403 && /token/.test((await answer.clone().json()).detail);
  await answer.body?.cancel();
  return answer.status !== 401 && !isRefused;
}

test("the scopes that are told are those that count", async () => {
  expect(await differing(await makeKeys())).toEqual([]);
});

/** What is its maker's own a team's token has no business with. */
const ofPersonAlone: ReadonlySet<string> = new Set([
  "GET /api/me",
  "GET /api/me/account",
  "GET /api/me/sessions",
  "GET /api/teams",
  "GET /api/tokens",
  "GET /api/inbox",
  "GET /api/inbox/count",
]);

test("a team's token may do all that its scope says, but with what is its maker's own", async () => {
  const { rows } = await house.pool.query<{ id: string }>("INSERT INTO team (name, slug) VALUES ('Crew', 'crew') RETURNING id");
  const teamId = rows[0]?.id ?? "";
  await house.pool.query("INSERT INTO team_member (team_id, user_id, role) VALUES ($1, $2, 'owner')", [teamId, ana.userId]);
  expect(await differing(await makeKeys({ teamId }), ofPersonAlone)).toEqual([]);
});

/** Calls that count by another scope than is told; those that are not meant for these tokens are to take none. */
async function differing(keys: Keys, notMeant: ReadonlySet<string> = new Set()): Promise<readonly string[]> {
  const wrong: string[] = [];
  const operations = operationGroups.flatMap((group) => Object.entries(group.operations));
  // The deck goes last.
  for (const [key, { scope }] of operations.toSorted(([a], [b]) => Number(a === "DELETE /api/decks/[id]") - Number(b === "DELETE /api/decks/[id]"))) {
    house.moveAddress();
    const told = scope !== "open" && notMeant.has(key) ? "none" : scope;
    const counts = scope === "open" ? "open" : ((await firstThatIsLetIn(key, keys)) ?? "none");
    if (counts !== told) wrong.push(`${key}: ${counts} instead of ${told}`);
  }
  return wrong;
}

async function firstThatIsLetIn(key: string, keys: Keys): Promise<TokenScope | undefined> {
  for (const scope of tokenScopes) if (await isLetIn(key, { authorization: `Bearer ${keys.tokens.get(scope) ?? ""}` }, keys)) return scope;
  return undefined;
}

test("what is open to anybody asks for no token", async () => {
  const open = operationGroups.flatMap((group) => Object.entries(group.operations)).filter(([, { scope }]) => scope === "open");
  for (const [key] of open) expect([key, await isLetIn(key, {}, { deckId: nobody, teamId: nobody })]).toEqual([key, true]);
});
