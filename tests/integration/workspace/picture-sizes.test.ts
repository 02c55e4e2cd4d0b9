import { afterAll, beforeAll, expect, test, vi } from "vitest";
import * as fileRoute from "@/app/api/decks/[id]/files/[...path]/route";
import * as exportRoute from "@/app/api/decks/[id]/export/route";
import * as filesRoute from "@/app/api/decks/[id]/files/route";
import type { DeckId } from "@/lib/api/ids";
import { deckFileListSchema, deckFileSchema, type DeckFile } from "@/lib/api/files";
import { answerDeckFile } from "@/lib/http/deck-file";
import { answerPublicFile } from "@/lib/http/public/file";
import { answerPublicPage } from "@/lib/http/public/page";
import { answerStagePage } from "@/lib/http/stage-page";
import { renewCover } from "@/lib/workspace/decks/derive";
import { removeLeftovers } from "@/lib/workspace/files/leftovers";
import { measureMissing } from "@/lib/workspace/files/sizes/measure-missing";
import { readStill } from "@/lib/workspace/files/sizes/read-still";
import { openHouse, stranger, type Actor, type House } from "@/tests/integration/api/house";
import { halves } from "@/tests/support/pictures";

let house: House;
let ana: Actor;
let photo: Uint8Array<ArrayBuffer>;
beforeAll(async () => {
  house = await openHouse();
  ana = await house.guest();
  photo = new Uint8Array(await halves(1_800, 1_200).jpeg(92));
});
afterAll(() => house.close());

async function addPhoto(id: DeckId, bytes = photo): Promise<DeckFile> {
  const answer = await house.call(filesRoute.POST, "POST", "", { as: ana, params: { id }, body: bytes, headers: { "x-file-name": "photo.jpg" } });
  return deckFileSchema.parse(await answer.json());
}

function get(
  id: DeckId,
  query: string,
  { as = ana, headers = {} }: { readonly as?: Actor; readonly headers?: Readonly<Record<string, string>> } = {},
) {
  const url = `http://localhost:3000/decks/${id}/files/photo.jpg${query}`;
  const request = new Request(url, { headers: { host: "localhost:3000", cookie: as.cookie, ...headers } });
  return answerDeckFile(request, { runtime: house.runtime, deckId: id, path: "photo.jpg" });
}

/** Is the answer exactly these bytes? */
async function isWhole(answer: Response, bytes: Uint8Array): Promise<boolean> {
  return Buffer.from(await answer.arrayBuffer()).equals(bytes);
}

async function keptOf(id: DeckId): Promise<readonly string[]> {
  const { rows } = await house.pool.query<{ key: string }>("SELECT substr(sha256, 65) AS key FROM deck_blob WHERE deck_id = $1 ORDER BY 1", [id]);
  return rows.map(({ key }) => key);
}

test("a photograph says how wide it is, and is served in the width that is asked for", async () => {
  const { id } = await house.createDeck(ana);
  expect(await addPhoto(id)).toMatchObject({ width: 1_800 });
  expect(await keptOf(id)).toEqual([""]);
  const answer = await get(id, "?w=640&of=1800");
  const bytes = new Uint8Array(await answer.arrayBuffer());
  expect([answer.status, answer.headers.get("content-type"), answer.headers.get("cache-control")]).toEqual([200, "image/webp", "private, no-cache"]);
  expect(readStill(bytes, "image/webp")).toMatchObject({ width: 640, height: 427 });
  expect(await keptOf(id)).toEqual(["", "-640"]);
  expect(await isWhole(await get(id, "?w=640"), bytes)).toBe(true);
});

test("who has it gets a 304, and a stretch of it is served as of any file", async () => {
  const { id } = await house.createDeck(ana);
  await addPhoto(id);
  const whole = await get(id, "?w=640");
  const etag = whole.headers.get("etag") ?? "";
  expect(etag).not.toBe((await get(id, "")).headers.get("etag"));
  expect((await get(id, "?w=640", { headers: { "if-none-match": etag } })).status).toBe(304);
  const part = await get(id, "?w=640", { headers: { range: "bytes=8-11" } });
  expect([part.status, await part.text()]).toEqual([206, "WEBP"]);
});

test.each(["", "?w=2560", "?w=641", "?w=1e3", "?w="])("a width that it has not, or nobody offers, is the picture as it is: %j", async (query) => {
  const { id } = await house.createDeck(ana);
  await addPhoto(id);
  expect(await isWhole(await get(id, query), photo)).toBe(true);
  expect(await keptOf(id)).toEqual([""]);
});

test("many who ask at once have it made once", async () => {
  const { id } = await house.createDeck(ana);
  await addPhoto(id);
  const noted = vi.spyOn(house.pool, "query");
  const answers = await Promise.all(Array.from({ length: 8 }, () => get(id, "?w=640")));
  const made = noted.mock.calls.filter(([sql]) => String(sql).startsWith("INSERT INTO deck_blob")).length;
  noted.mockRestore();
  expect([made, ...answers.map(({ headers }) => headers.get("content-type"))]).toEqual([1, ...Array.from({ length: 8 }, () => "image/webp")]);
});

test("nobody sees a size who may not see the picture", async () => {
  const { id } = await house.createDeck(ana);
  await addPhoto(id);
  await get(id, "?w=640");
  expect([(await get(id, "?w=640", { as: stranger() })).status, (await get(id, "?w=640", { as: await house.guest() })).status]).toEqual([401, 404]);
});

test("sizes take nothing of a deck's room, and go with the picture", async () => {
  const { id } = await house.createDeck(ana);
  const { byteCount } = await addPhoto(id);
  await get(id, "?w=640");
  const list = await house.call(filesRoute.GET, "GET", "", { as: ana, params: { id } });
  expect(deckFileListSchema.parse(await list.json()).usage.bytes).toBe(byteCount);
  await house.call(fileRoute.DELETE, "DELETE", "", { as: ana, params: { id, path: ["photo.jpg"] } });
  expect(await keptOf(id)).toEqual([]);
  expect((await house.pool.query("SELECT FROM file_leftover WHERE deck_id = $1", [id])).rowCount).toBe(0);
});

test("one whose picture goes while it is made does not stay", async () => {
  const { id } = await house.createDeck(ana);
  await addPhoto(id);
  const asked = get(id, "?w=640");
  const deleted = house.pool.query("DELETE FROM deck_file WHERE deck_id = $1", [id]);
  await Promise.all([asked, deleted]);
  // As if the hour had passed after which an upload without a file is taken out.
  await house.pool.query("UPDATE file_leftover SET due_at = now() - interval '1 second' WHERE deck_id = $1", [id]);
  await removeLeftovers(house.runtime);
  expect(await keptOf(id)).toEqual([]);
});

test("a picture that can't be read is served as it is, and is not tried again", async () => {
  const { id } = await house.createDeck(ana);
  const broken = photo.slice();
  const table = broken.findIndex((byte, at) => byte === 0xff && broken[at + 1] === 0xc4);
  // More codes than there can be.
  broken.fill(0xff, table + 5, table + 21);
  await addPhoto(id, broken);
  const answer = await get(id, "?w=640");
  expect(answer.headers.get("content-type")).toBe("image/jpeg");
  expect(await keptOf(id)).toEqual(["", "-640"]);
  expect(await isWhole(await get(id, "?w=640"), broken)).toBe(true);
});

test("pictures from before there were sizes are measured by and by", async () => {
  const { id } = await house.createDeck(ana, { markdown: "![Valley](photo.jpg)\n" });
  await addPhoto(id);
  await house.pool.query("UPDATE deck_file SET width = NULL WHERE deck_id = $1", [id]);
  await renewCover(house.runtime, id);
  const cover = async () => (await house.runtime.prisma.deckText.findUniqueOrThrow({ where: { deckId: id } })).coverHtml;
  expect(await cover()).not.toContain("w=640");
  expect((await get(id, "?w=640")).headers.get("content-type")).toBe("image/jpeg");
  expect(await measureMissing(house.runtime)).toBe(1);
  expect((await get(id, "?w=640")).headers.get("content-type")).toBe("image/webp");
  expect(await cover()).toContain("w=640");
  expect(await measureMissing(house.runtime)).toBe(0);
});

const phone =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1";
const laptop = "Mozilla/5.0 (X11; Linux x64; rv:140.0) Gecko/20100101 Firefox/140.0";

test("on the public page a phone has the smaller picture, and every other screen the larger", async () => {
  const { id } = await house.createDeck(ana, { markdown: "![Valley](photo.jpg)\n" });
  await addPhoto(id, new Uint8Array(await halves(4_000, 1_000).jpeg(92)));
  const link = await house.createLink(ana, id, { kind: "public" });
  const slug = link.kind === "public" ? link.slug : "";
  const ask = (path: string, agent: string) =>
    new Request(`http://localhost:3000${path}`, { headers: { host: "localhost:3000", "user-agent": agent } });
  const pictureOn = async (agent: string) => {
    const page = await answerPublicPage(ask(`/p/${slug}`, agent), { runtime: house.runtime, slug });
    const [, address = "", descriptor, sizes] = /srcset="([^" ]+) (\w+)" sizes="(\w+)"/.exec(await page.text()) ?? [];
    const [path = "", hash = ""] = /^\/p\/[^/]+\/files\/(\w+)/.exec(address) ?? [];
    const picture = await answerPublicFile(ask(path + address.slice(path.length).replace("&amp;", "&"), agent), {
      runtime: house.runtime,
      slug,
      hash,
    });
    const { width } = readStill(new Uint8Array(await picture.arrayBuffer()), "image/webp") ?? { width: 0 };
    return [page.headers.get("vary"), descriptor, sizes, picture.headers.get("cache-control"), width];
  };
  const forEver = "private, max-age=31536000, immutable";
  expect(await pictureOn(phone)).toEqual(["user-agent, save-data", "1280w", "4000px", forEver, 1_280]);
  expect(await pictureOn(laptop)).toEqual(["user-agent, save-data", "2560w", "4000px", forEver, 2_560]);
});

test("a cover has the smallest, and the page of a deck what a slide needs there", async () => {
  const { id } = await house.createDeck(ana, { markdown: "![Valley](photo.jpg)\n" });
  await addPhoto(id);
  const listed = await house.runtime.prisma.deckText.findUniqueOrThrow({ where: { deckId: id } });
  expect(listed.coverHtml).toContain(`src="/decks/${id}/files/photo.jpg?w=640&amp;of=1800"`);
  const stage = await answerStagePage(
    new Request(`http://localhost:3000/decks/${id}/present`, { headers: { host: "localhost:3000", cookie: ana.cookie, "user-agent": phone } }),
    { runtime: house.runtime, deckId: id },
  );
  expect(await stage.text()).toContain(`srcset="/decks/${id}/files/photo.jpg?w=1280&amp;of=1800 1280w" sizes="1800px"`);
});

test("an exported page holds a picture as sharp as a slide can show it, and Markdown names the one that was added", async () => {
  const { id } = await house.createDeck(ana, { markdown: "![Valley](photo.jpg)\n" });
  await addPhoto(id, new Uint8Array(await halves(4_000, 1_000).jpeg(92)));
  const download = async (format: string) => {
    const answer = await house.call(exportRoute.GET, "GET", `/api/decks/${id}/export?format=${format}`, { as: ana, params: { id } });
    return answer.text();
  };
  const [, data = ""] = /src="data:," srcset="data:image\/webp;base64,([^ "]+) 2560w" sizes="4000px"/.exec(await download("html")) ?? [];
  expect(readStill(new Uint8Array(Buffer.from(data, "base64")), "image/webp")).toMatchObject({ width: 2_560, height: 640 });
  expect(await download("md")).toBe("![Valley](photo.jpg)\n");
});
