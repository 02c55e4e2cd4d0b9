import { afterAll, beforeAll, expect, test } from "vitest";
import * as deckRoute from "@/app/api/decks/[id]/route";
import * as meRoute from "@/app/api/me/route";
import { handleAuth } from "@/lib/http/auth-handler";
import { openHouse, stranger, type Actor, type House } from "@/tests/integration/api/house";
import { openOidcProvider } from "@/tests/support/oidc-provider";

let house: House;
let provider: Awaited<ReturnType<typeof openOidcProvider>>;
beforeAll(async () => {
  provider = await openOidcProvider("lectern");
  house = await openHouse({ OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: "lectern", OIDC_CLIENT_SECRET: "a secret", OIDC_NAME: "Example ID" });
});
afterAll(async () => {
  provider.close();
  await house.close();
});

/** Goes the whole way as a browser does: to the provider, and back with its code. Returns where that leads. */
async function signIn(actor: Actor): Promise<string | null> {
  const json = { provider: "oidc", callbackURL: "/decks", errorCallbackURL: "/login?next=%2Fdecks" };
  const asked = await house.call(handleAuth, "POST", "/api/auth/sign-in/social", { as: actor, json });
  const { url }: { url: string } = await asked.json();
  const back = new URL((await fetch(url, { redirect: "manual" })).headers.get("location") ?? "");
  expect(back.pathname).toBe("/api/auth/callback/oidc");
  return (await house.call(handleAuth, "GET", `${back.pathname}${back.search}`, { as: actor })).headers.get("location");
}

const meOf = async (as: Actor) => (await house.call(meRoute.GET, "GET", "/api/me", { as })).json();

test("somebody of the provider gets an account, and the same one again", async () => {
  provider.signInAs({ sub: "ana", email: "ana@example.invalid", name: "Ana Berg" });
  const [laptop, phone] = [stranger(), stranger()];
  expect(await signIn(laptop)).toBe("/decks");
  const me = await meOf(laptop);
  expect(me).toMatchObject({ name: "Ana Berg", email: "ana@example.invalid", isGuest: false });
  await signIn(phone);
  expect(await meOf(phone)).toEqual(me);
});

test("a guest's decks come along", async () => {
  provider.signInAs({ sub: "ben", email: "ben@example.invalid", name: "Ben" });
  const guest = await house.guest();
  const { id } = await house.createDeck(guest);
  await signIn(guest);
  expect(await (await house.call(deckRoute.GET, "GET", "", { as: guest, params: { id } })).json()).toMatchObject({ role: "owner" });
});

test("who has no name at the provider is called by the first half of the address", async () => {
  provider.signInAs({ sub: "carla", email: "carla@example.invalid" });
  const carla = stranger();
  await signIn(carla);
  expect(await meOf(carla)).toMatchObject({ name: "carla" });
});

test.each([
  ["confirmed", true, "/decks"],
  ["not confirmed", false, "/login?next=%2Fdecks&error=account_not_linked"],
])("an address that has a password here, %s, leads to its account or to its password", async (_what, isVerified, leads) => {
  const dora = await house.signUp("dora");
  const { rows } = await house.pool.query<{ email: string }>("UPDATE person SET email_verified = $2 WHERE id = $1 RETURNING email", [
    dora.userId,
    isVerified,
  ]);
  provider.signInAs({ sub: rows[0]?.email ?? "", email: rows[0]?.email ?? "" });
  const elsewhere = stranger();
  expect(await signIn(elsewhere)).toBe(leads);
  const { status } = await house.call(meRoute.GET, "GET", "/api/me", { as: elsewhere });
  expect(status === 200 ? (await meOf(elsewhere)).id : status).toBe(isVerified ? dora.userId : 204);
});

test("a code that the provider never gave signs nobody in", async () => {
  const actor = stranger();
  const json = { provider: "oidc", callbackURL: "/decks", errorCallbackURL: "/login" };
  const { url }: { url: string } = await (await house.call(handleAuth, "POST", "/api/auth/sign-in/social", { as: actor, json })).json();
  const state = new URL(url).searchParams.get("state") ?? "";
  const answer = await house.call(handleAuth, "GET", `/api/auth/callback/oidc?code=forged&state=${state}`, { as: actor });
  expect(answer.headers.get("location")).toMatch(/^\/login\?error=/);
  expect((await house.call(meRoute.GET, "GET", "/api/me", { as: actor })).status).toBe(204);
});
