import { afterAll, beforeAll, expect, test } from "vitest";
import * as meRoute from "@/app/api/me/route";
import { authRateLimits } from "@/lib/auth/rate-limits";
import { handleAuth } from "@/lib/http/auth-handler";
import { openHouse, stranger, type House } from "@/tests/integration/api/house";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

test("a guest has no name until one is picked, and no e-mail address ever", async () => {
  const guest = stranger();
  const answer = await house.call(handleAuth, "POST", "/api/auth/sign-in/anonymous", { as: guest, json: {} });
  expect(answer.status).toBe(200);
  expect(await answer.text()).not.toContain("guest.invalid");
  const me = await (await house.call(meRoute.GET, "GET", "/api/me", { as: guest })).json();
  expect(me).toMatchObject({ name: "", isGuest: true, email: null });
  const session = await house.call(handleAuth, "GET", "/api/auth/get-session", { as: guest });
  expect(await session.text()).not.toContain("guest.invalid");
});

test("a guest picks a name", async () => {
  const guest = await house.guest();
  const answer = await house.call(meRoute.PATCH, "PATCH", "/api/me", { as: guest, json: { name: "  Ben Okafor " } });
  expect([answer.status, await answer.json()]).toMatchObject([200, { name: "Ben Okafor", isGuest: true }]);
  expect(await (await house.call(meRoute.GET, "GET", "/api/me", { as: guest })).json()).toMatchObject({ name: "Ben Okafor" });
});

test.each([[""], ["   "], ["x".repeat(61)], ["two\nlines"], ["\u202Eevil"]])("the name %j is refused with a sentence", async (name) => {
  const guest = await house.guest();
  const answer = await house.call(meRoute.PATCH, "PATCH", "/api/me", { as: guest, json: { name } });
  expect([answer.status, answer.headers.get("content-type")]).toEqual([422, "application/problem+json"]);
});

test("signing up, out and in again leads to the same person", async () => {
  const ana = stranger();
  const account = { name: "Ana", email: "ana@example.invalid", password: "a good password" };
  await house.enter("/sign-up/email", account, ana);
  const before = ana.userId;
  await house.call(handleAuth, "POST", "/api/auth/sign-out", { as: ana, json: {} });
  expect((await house.call(meRoute.GET, "GET", "/api/me", { as: ana })).status).toBe(204);
  await house.enter("/sign-in/email", { email: account.email, password: account.password }, ana);
  expect(ana.userId).toBe(before);
});

test.each(["/sign-in/email", "/sign-in/anonymous", "/sign-up/email"])("%s works at once in a browser whose session ended elsewhere", async (door) => {
  const ana = await house.signUp("ended");
  await house.pool.query("DELETE FROM session WHERE user_id = $1", [ana.userId]);
  const { rows } = await house.pool.query<{ email: string }>("SELECT email FROM person WHERE id = $1", [ana.userId]);
  const email = door === "/sign-up/email" ? "ended-and-new@example.invalid" : rows[0]?.email;
  const answer = await house.call(handleAuth, "POST", `/api/auth${door}`, { as: ana, json: { name: "Ana", email, password: "a good password" } });
  expect(answer.status).toBe(200);
  expect((await house.call(meRoute.GET, "GET", "/api/me", { as: ana })).status).toBe(200);
});

test.each([
  ["a short password", { name: "A", email: "short@example.invalid", password: "1234567" }, 422, /at least 8/],
  ["no e-mail address", { name: "A", email: "nowhere", password: "a good password" }, 422, /e-mail/],
  ["no name", { name: " ", email: "noname@example.invalid", password: "a good password" }, 422, /name/],
])("signing up with %s is refused in words", async (_what, json, status, words) => {
  const answer = await house.call(handleAuth, "POST", "/api/auth/sign-up/email", { json });
  const problem = await answer.json();
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  expect([answer.status, problem.detail]).toEqual([status, expect.stringMatching(words)]);
});

test("an e-mail address has one account", async () => {
  const json = { name: "Twice", email: "twice@example.invalid", password: "a good password" };
  await house.call(handleAuth, "POST", "/api/auth/sign-up/email", { json });
  const again = await house.call(handleAuth, "POST", "/api/auth/sign-up/email", { json });
  expect([again.status, (await again.json()).detail]).toEqual([422, expect.stringMatching(/Sign in instead/)]);
});

test("a wrong password is 401 in words that don't tell which half was wrong", async () => {
  await house.call(handleAuth, "POST", "/api/auth/sign-up/email", {
    json: { name: "W", email: "wrong@example.invalid", password: "a good password" },
  });
  const sentences: unknown[] = [];
  for (const json of [
    { email: "wrong@example.invalid", password: "another password" },
    { email: "nobody@example.invalid", password: "another password" },
  ]) {
    const answer = await house.call(handleAuth, "POST", "/api/auth/sign-in/email", { json });
    expect(answer.status).toBe(401);
    sentences.push((await answer.json()).detail);
  }
  expect(sentences[0]).toBe(sentences[1]);
});

test("guessing passwords ends in 429 with a time to wait, for this address alone", async () => {
  house.moveAddress();
  const guess = () => house.call(handleAuth, "POST", "/api/auth/sign-in/email", { json: { email: "nobody@example.invalid", password: "guess" } });
  expect((await guess()).status).toBe(401);
  // As if there had been so many guesses: each of them costs the hash of a password.
  const { max } = authRateLimits.customRules["/sign-in/email"];
  await house.runtime.pool.query("UPDATE rate_limit SET count = $1 WHERE key LIKE '%/sign-in/email'", [max - 1]);
  const answers = await Promise.all([guess(), guess()]);
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([401, 429]);
  const limited = answers.find(({ status }) => status === 429);
  expect(Number(limited?.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(limited?.headers.get("content-type")).toBe("application/problem+json");
  house.moveAddress();
  expect((await guess()).status).toBe(401);
});

test("a page of another site can't act in somebody's name", async () => {
  const guest = await house.guest();
  for (const call of [
    house.call(meRoute.PATCH, "PATCH", "/api/me", { as: guest, json: { name: "X" }, headers: { origin: "https://evil.example" } }),
    house.call(handleAuth, "POST", "/api/auth/sign-out", { as: guest, json: {}, headers: { origin: "https://evil.example" } }),
  ]) {
    expect((await call).status).toBe(403);
  }
});

test.each(["POST /update-user", "POST /delete-anonymous-user", "GET /ok", "GET /error"])("%s stays closed", async (door) => {
  const [method = "", path = ""] = door.split(" ");
  const answer = await house.call(handleAuth, method, `/api/auth${path}`, { as: await house.guest(), ...(method === "POST" ? { json: {} } : {}) });
  expect([answer.status, answer.headers.get("content-type")]).toEqual([404, "application/problem+json"]);
});

test("a bearer token stands for the cookie", async () => {
  const entered = await house.call(handleAuth, "POST", "/api/auth/sign-in/anonymous", { json: {} });
  const token = entered.headers.get("set-auth-token");
  const answer = await house.call(meRoute.GET, "GET", "/api/me", { headers: { authorization: `Bearer ${token}` } });
  expect(answer.status).toBe(200);
});
