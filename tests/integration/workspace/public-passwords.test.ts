import { afterAll, beforeAll, expect, test } from "vitest";
import * as linkRoute from "@/app/api/decks/[id]/links/[linkId]/route";
import { addFile } from "@/lib/workspace/files/add";
import { fileQuota } from "@/lib/workspace/files/quota";
import { postgresFileStore } from "@/lib/workspace/files/file-store";
import { deckIdSchema } from "@/lib/api/ids";
import type { UpdateLinkBody } from "@/lib/api/links";
import { openHouse, userOf, type Actor, type House } from "@/tests/integration/api/house";
import { serveHouse } from "@/tests/integration/api/served-house";
import { nextData, readEvents } from "@/tests/support/events";

let house: House;
let ana: Actor;
let served: Awaited<ReturnType<typeof serveHouse>>;
beforeAll(async () => {
  house = await openHouse();
  ana = await house.guest();
  served = await serveHouse(house);
});
afterAll(async () => {
  served.close();
  await house.close();
});

const picture = "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>";

/** A deck with a picture, published behind a password. */
async function publish(password = "open sesame") {
  const { id } = await house.createDeck(ana, { markdown: "# Behind a password\n\n![A dot](dot.svg)\n" });
  const deckId = deckIdSchema.parse(id);
  const { file } = await addFile(house.runtime, deckId, {
    store: postgresFileStore(house.pool),
    quota: fileQuota(house.runtime.env),
    userId: userOf(ana),
    name: "dot.svg",
    bytes: new TextEncoder().encode(picture),
  });
  const link = await house.createLink(ana, id, { kind: "public", password });
  const slug = link.kind === "public" ? link.slug : "";
  const patch = (json: UpdateLinkBody) =>
    house.call(linkRoute.PATCH, "PATCH", `/api/decks/${id}/links/${link.id}`, { as: ana, params: { id, linkId: link.id }, json });
  return { slug, patch, linkId: link.id, file: `/p/${slug}/files/${file.sha256}` };
}

function get(path: string, cookie = ""): Promise<Response> {
  return fetch(`${served.origin}${path}`, { headers: { cookie }, redirect: "manual" });
}

function enter(slug: string, password: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  return fetch(`${served.origin}/p/${slug}?view=read`, { method: "POST", body: new URLSearchParams({ password }), redirect: "manual", headers });
}

async function keyTo(slug: string, password = "open sesame"): Promise<string> {
  const answer = await enter(slug, password);
  expect([answer.status, answer.headers.get("location")]).toEqual([303, `/p/${slug}?view=read`]);
  const cookie = answer.headers.get("set-cookie") ?? "";
  expect(cookie).toMatch(new RegExp(`; Path=/p/${slug}; .*HttpOnly; SameSite=Lax`));
  return cookie.split(";")[0] ?? "";
}

const behind = ({ slug, file }: { slug: string; file: string }) => [
  `/p/${slug}`,
  `/p/${slug}?embed`,
  file,
  `/p/${slug}/events?poll=1`,
  `/p/${slug}/events`,
  `/p/${slug}/cover.jpg`,
  `/p/${slug}/oembed.json`,
];

test("without the password nothing behind the link has a byte of the deck", async () => {
  const there = await publish();
  for (const path of behind(there)) {
    const answer = await get(path);
    expect([path, answer.status]).toEqual([path, 403]);
    expect(await answer.text()).not.toMatch(/Behind|A dot|dot\.svg|xmlns/);
  }
});

test("the right password opens all that is behind the link", async () => {
  const there = await publish();
  const key = await keyTo(there.slug);
  for (const path of behind(there).filter((path) => !path.endsWith("/events"))) {
    const answer = await get(path, key);
    expect([path, answer.status]).toEqual([path, 200]);
    // A cache between must not keep what others may not have.
    expect([path, answer.headers.get("cache-control")]).not.toEqual([path, expect.stringMatching(/public/)]);
  }
});

test("a wrong password asks again in words, and leaves no key", async () => {
  const { slug } = await publish();
  const answer = await enter(slug, "open barley");
  expect([answer.status, answer.headers.get("set-cookie")]).toEqual([403, null]);
  expect(await answer.text()).toContain("This is not the link’s password");
});

test("one link's key opens no other, a forged one none", async () => {
  const [one, other] = [await publish(), await publish()];
  const key = await keyTo(one.slug);
  expect((await get(`/p/${other.slug}`, key.replace(one.slug, other.slug))).status).toBe(403);
  expect((await get(`/p/${one.slug}`, `lectern.key.${one.slug}=x`)).status).toBe(403);
});

test("another password asks everybody again, at once those who follow", async () => {
  const there = await publish();
  const key = await keyTo(there.slug);
  const events = readEvents((await get(`/p/${there.slug}/events`, key)).body);
  await nextData(events);
  await there.patch({ password: "another one" });
  const told: string[] = [];
  for await (const { event } of events) told.push(event);
  expect(told.at(-1)).toBe("gone");
  expect((await get(`/p/${there.slug}`, key)).status).toBe(403);
  await there.patch({ password: null });
  expect((await get(`/p/${there.slug}`)).status).toBe(200);
});

test("guessing ends in 429, for wrong passwords alone", async () => {
  const { slug, linkId } = await publish();
  await keyTo(slug);
  await keyTo(slug);
  expect((await enter(slug, "wrong")).status).toBe(403);
  // As if there had been so many guesses: each costs the hash of a password.
  await house.pool.query("UPDATE rate_limit SET count = 30 WHERE key LIKE $1", [`linkPassword:${linkId}:%`]);
  const limited = await enter(slug, "wrong");
  expect([limited.status, Number(limited.headers.get("retry-after")) > 0]).toEqual([429, true]);
});

test("a page of another site can't give the password in somebody's name", async () => {
  const { slug } = await publish();
  const answer = await enter(slug, "open sesame", { cookie: "any=1", origin: "https://evil.example" });
  expect([answer.status, answer.headers.get("set-cookie")]).toEqual([403, null]);
});

test("a form that is too large is refused", async () => {
  const { slug } = await publish();
  expect((await enter(slug, "x".repeat(5_000))).status).toBe(403);
});

test("a link whose end has come says until when it was", async () => {
  const there = await publish();
  await there.patch({ password: null });
  await house.pool.query("UPDATE deck_link SET expires_at = '2026-05-12T10:00:00Z' WHERE id = $1", [there.linkId]);
  const answer = await get(`/p/${there.slug}`);
  expect([answer.status, await answer.text()]).toEqual([410, expect.stringContaining("until 12 May 2026")]);
  expect((await get(there.file)).status).toBe(410);
});
