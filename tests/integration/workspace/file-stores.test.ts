import { afterAll, beforeAll, expect, test } from "vitest";
import * as copyRoute from "@/app/api/decks/[id]/copy/route";
import * as fileRoute from "@/app/api/decks/[id]/files/[...path]/route";
import * as filesRoute from "@/app/api/decks/[id]/files/route";
import * as deckRoute from "@/app/api/decks/[id]/route";
import * as meRoute from "@/app/api/me/route";
import * as teamRoute from "@/app/api/teams/[id]/route";
import * as teamsRoute from "@/app/api/teams/route";
import { deckIdSchema } from "@/lib/api/ids";
import { deckSchema } from "@/lib/api/decks";
import { teamPageSchema } from "@/lib/api/teams";
import { answerDeckFile } from "@/lib/http/deck-file";
import { noteUpload, removeLeftovers } from "@/lib/workspace/files/leftovers";
import { openFileStore } from "@/lib/workspace/files/open-file-store";
import { postgresFileStore } from "@/lib/workspace/files/file-store";
import { s3FileStore } from "@/lib/workspace/files/s3-file-store";
import { openHouse, type Actor, type House } from "@/tests/integration/api/house";
import { eventually } from "@/tests/support/eventually";
import { halves } from "@/tests/support/pictures";
import { startS3Stub, type S3Stub } from "@/tests/support/s3-stub";

let stub: S3Stub;
let house: House;
let ana: Actor;
beforeAll(async () => {
  stub = await startS3Stub();
  house = await openHouse({ S3_URL: stub.url, DECK_FILES_MB: "1", OWNER_FILES_MB: "2" });
  ana = await house.signUp("ana");
});
afterAll(async () => {
  await house.close();
  await stub.close();
});

const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect width="1" height="1" fill="red"/></svg>`;

function upload(id: string, body: BodyInit, name: string, type: string): Promise<Response> {
  return house.call(filesRoute.POST, "POST", "", { as: ana, params: { id }, body, headers: { "content-type": type, "x-file-name": name } });
}

function get(id: string, path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  const request = new Request(`http://localhost:3000/decks/${id}/files/${path}`, {
    headers: { cookie: ana.cookie, host: "localhost:3000", ...headers },
  });
  return answerDeckFile(request, { runtime: house.runtime, deckId: id, path: path.replace(/\?.*/, "") });
}

test("where there is a bucket files go there and come from there, stretches of them too", async () => {
  const { id } = await house.createDeck(ana);
  expect((await upload(id, svg, "a.svg", "image/svg+xml")).status).toBe(201);
  expect([...stub.objects.keys()].filter((key) => key.startsWith(`/bucket/decks/${id}/`))).toHaveLength(1);
  expect((await house.pool.query("SELECT FROM deck_blob WHERE deck_id = $1", [id])).rowCount).toBe(0);
  const whole = await (await get(id, "a.svg")).text();
  expect(whole).toContain("fill");
  expect(await (await get(id, "a.svg", { range: "bytes=1-4" })).text()).toBe(whole.slice(1, 5));
});

test("smaller pictures are beside their picture in the bucket, and go with it", async () => {
  const { id } = await house.createDeck(ana);
  await upload(id, new Uint8Array(await halves(900, 600).jpeg()), "photo.jpg", "image/jpeg");
  expect((await get(id, "photo.jpg?w=640")).headers.get("content-type")).toBe("image/webp");
  const keys = () => [...stub.objects.keys()].filter((key) => key.includes(id)).map((key) => key.replace(/^.*[0-9a-f]{64}/, ""));
  expect(keys()).toEqual(["", "-640"]);
  await house.call(fileRoute.DELETE, "DELETE", "", { as: ana, params: { id, path: ["photo.jpg"] } });
  expect(keys()).toEqual([]);
});

test("files from before there was a bucket are still found", async () => {
  const { id } = await house.createDeck(ana);
  const bytes = new TextEncoder().encode("old");
  await postgresFileStore(house.pool).put(id, "0".repeat(64), bytes);
  const store = openFileStore(house.runtime);
  expect([await store.has(id, "0".repeat(64)), new TextDecoder().decode(await store.get(id, "0".repeat(64)))]).toEqual([true, "old"]);
});

test("a copy of a deck has files of its own, and they go with the deck for ever", async () => {
  const { id } = await house.createDeck(ana, { markdown: "![a](a.svg)" });
  await upload(id, svg, "a.svg", "image/svg+xml");
  const copy = deckSchema.parse(await (await house.call(copyRoute.POST, "POST", "", { as: ana, params: { id }, json: {} })).json());
  for (const query of ["", "?forever=true"]) await house.call(deckRoute.DELETE, "DELETE", `/api/decks/${id}${query}`, { as: ana, params: { id } });
  const kept = [...stub.objects.keys()];
  expect([kept.some((key) => key.includes(id)), kept.some((key) => key.includes(copy.id))]).toEqual([false, true]);
  expect(await (await get(copy.id, "a.svg")).text()).toContain("fill");
});

/** As if the hour had passed after which the store is asked again. */
const waitAnHour = () => house.pool.query("UPDATE file_leftover SET due_at = due_at - interval '1 hour'");
const objectsOf = (id: string) => [...stub.objects.keys()].filter((key) => key.includes(id)).length;

test("what a store that is away kept of deleted files and decks is taken out once it is back", async () => {
  const [deck, gone] = [await house.createDeck(ana), await house.createDeck(ana)];
  for (const { id } of [deck, gone]) await upload(id, svg, "a.svg", "image/svg+xml");
  stub.isAway = true;
  const params = { id: deck.id, path: ["a.svg"] };
  expect((await house.call(fileRoute.DELETE, "DELETE", "", { as: ana, params })).status).toBe(204);
  for (const query of ["", "?forever=true"]) {
    expect((await house.call(deckRoute.DELETE, "DELETE", `/${query}`, { as: ana, params: { id: gone.id } })).status).toBe(204);
  }
  await waitAnHour();
  await expect(removeLeftovers(house.runtime)).rejects.toThrow(/file store answered/);
  stub.isAway = false;
  expect([objectsOf(deck.id), objectsOf(gone.id)]).toEqual([1, 1]);
  await waitAnHour();
  await removeLeftovers(house.runtime);
  expect([objectsOf(deck.id), objectsOf(gone.id)]).toEqual([0, 0]);
  expect((await house.pool.query("SELECT FROM file_leftover")).rowCount).toBe(0);
});

test("bytes of an upload that came to nothing go, those of one that is under way and of files stay", async () => {
  const { id } = await house.createDeck(ana);
  await upload(id, svg, "a.svg", "image/svg+xml");
  const [deckId, sha256] = [deckIdSchema.parse(id), "0".repeat(64)];
  await noteUpload(house.runtime, deckId, sha256);
  await openFileStore(house.runtime).put(deckId, sha256, new Uint8Array(1));
  await removeLeftovers(house.runtime);
  expect(objectsOf(id)).toBe(2);
  await waitAnHour();
  await removeLeftovers(house.runtime);
  expect([objectsOf(id), await (await get(id, "a.svg")).text()]).toEqual([1, expect.stringContaining("fill")]);
});

test("an account that is deleted leaves no files behind, of its teams neither", async () => {
  const carl = (ana = await house.signUp("carl"));
  const made = await house.call(teamsRoute.POST, "POST", "", { as: carl, json: { name: "Alone" } });
  const { id: teamId } = teamPageSchema.parse(await made.json());
  const decks = [await house.createDeck(carl), await house.createDeck(carl, { teamId })];
  for (const { id } of decks) await upload(id, svg, "a.svg", "image/svg+xml");
  const kept = () => decks.map(({ id }) => [...stub.objects.keys()].filter((key) => key.includes(id)).length);
  expect(kept()).toEqual([1, 1]);
  expect((await house.call(meRoute.DELETE, "DELETE", "", { as: carl, json: { password: "a good password" } })).status).toBe(204);
  await eventually(() => expect(kept()).toEqual([0, 0]));
});

test("a team that is deleted leaves its decks' files where they are: its owner has the decks now", async () => {
  const dora = (ana = await house.signUp("dora"));
  const made = await house.call(teamsRoute.POST, "POST", "", { as: dora, json: { name: "Short-lived" } });
  const { id: teamId } = teamPageSchema.parse(await made.json());
  const { id } = await house.createDeck(dora, { teamId });
  await upload(id, svg, "a.svg", "image/svg+xml");
  expect((await house.call(teamRoute.DELETE, "DELETE", "", { as: dora, params: { id: teamId } })).status).toBe(204);
  expect(await (await get(id, "a.svg")).text()).toContain("fill");
});

test("a wrong key is an error of the server, and never a file that is not there", async () => {
  const store = s3FileStore(stub.url.replace("TESTKEY", "OTHERKEY"));
  const { id } = await house.createDeck(ana);
  await expect(store.get(id, "0".repeat(64))).rejects.toThrow(/answered 403/);
});

test("a bucket that doesn't exist keeps nothing, and says so", async () => {
  const { id } = await house.createDeck(ana);
  await expect(s3FileStore(stub.url.replace("/bucket/", "/other/")).put(id, "0".repeat(64), new Uint8Array(1))).rejects.toThrow(/no such bucket/);
});

/** A GIF of about this many bytes that no other is like. */
function gif(bytes: number, mark: number): Uint8Array<ArrayBuffer> {
  const blocks = Array.from({ length: Math.ceil(bytes / 256) }, () => Buffer.concat([Buffer.from([255]), Buffer.alloc(255, mark)]));
  const head = Buffer.from("474946383961010001008000000000000000002c00000000010001000002", "hex");
  return new Uint8Array(Buffer.concat([head, ...blocks, Buffer.from([0, 0x3b])]));
}

test("room ends with the deck's, and with its owner's, in words that say what to do", async () => {
  const ben = (ana = await house.signUp("ben"));
  const decks = [await house.createDeck(ben), await house.createDeck(ben), await house.createDeck(ben)];
  const add = async (index: number, mark: number) => {
    const answer = await upload(decks[index]?.id ?? "", gif(700_000, mark), `${mark}.gif`, "image/gif");
    return answer.ok ? answer.status : (await answer.json()).detail;
  };
  expect([await add(0, 1), await add(0, 2)]).toEqual([201, expect.stringMatching(/A deck's files hold up to 1 MiB together/)]);
  expect([await add(1, 3), await add(2, 4)]).toEqual([201, expect.stringMatching(/all decks of one person hold up to 2 MiB together/)]);
});
