import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import * as exportRoute from "@/app/api/decks/[id]/export/route";
import * as filesRoute from "@/app/api/decks/[id]/files/route";
import { deckFileListSchema, deckFileSchema, type DeckFile } from "@/lib/api/files";
import { maxFilesPerDeck } from "@/lib/api/limits";
import { answerDeckFile } from "@/lib/http/deck-file";
import { answerPublicFile } from "@/lib/http/public/file";
import { answerPublicPage } from "@/lib/http/public/page";
import { deriveDeck } from "@/lib/workspace/decks/derive";
import { fromText, joinBytes, toUint32 } from "@/lib/workspace/files/strip/bytes";
import { setUpHouse, stranger, type Actor, type CallOptions, type House } from "@/tests/integration/api/house";
import { settledText } from "@/tests/support/settled-text";

let house: House;
let ana: Actor;
setUpHouse(async (opened) => {
  house = opened;
  ana = await house.guest();
});

/** A picture of its own for every mark. */
function png(mark: string): Uint8Array<ArrayBuffer> {
  const chunk = (type: string, body: Uint8Array) => joinBytes([toUint32(body.length), fromText(type), body, new Uint8Array(4)]);
  return new Uint8Array(
    joinBytes([
      fromText("\x89PNG\r\n\x1a\n"),
      chunk("IHDR", new Uint8Array(13)),
      chunk("tEXt", fromText("CANARY")),
      chunk("IDAT", deflateSync(fromText(mark))),
      chunk("IEND", new Uint8Array()),
    ]),
  );
}

function upload(as: Actor, deckId: string, options: Omit<CallOptions, "as" | "params">): Promise<Response> {
  return house.call(filesRoute.POST, "POST", `/api/decks/${deckId}/files`, { as, params: { id: deckId }, ...options });
}

async function add(deckId: string, name: string, body: Uint8Array<ArrayBuffer>): Promise<DeckFile> {
  return deckFileSchema.parse(await (await upload(ana, deckId, { body, headers: { "x-file-name": encodeURIComponent(name) } })).json());
}

function get(
  url: string,
  { as, headers = {} }: { readonly as?: Actor; readonly headers?: Readonly<Record<string, string>> } = {},
): Promise<Response> {
  const request = new Request(`http://localhost:3000${url}`, {
    headers: { host: "localhost:3000", ...(as ? { cookie: as.cookie } : {}), ...headers },
  });
  const [, deckId, path] = /^\/decks\/([^/]+)\/files\/(.+)$/.exec(url) ?? [];
  if (deckId !== undefined && path !== undefined) return answerDeckFile(request, { runtime: house.runtime, deckId, path });
  const [, slug = "", hash] = /^\/p\/([^/]+)(?:\/files\/(\w+))?$/.exec(url) ?? [];
  return hash === undefined
    ? answerPublicPage(request, { runtime: house.runtime, slug })
    : answerPublicFile(request, { runtime: house.runtime, slug, hash });
}

async function publish(deckId: string): Promise<string> {
  const link = await house.createLink(ana, deckId, { kind: "public" });
  return link.kind === "public" ? link.slug : "";
}

describe("adding a file", () => {
  test("answers 201 with the path to write, and the content without its metadata", async () => {
    const { id } = await house.createDeck(ana);
    const answer = await upload(ana, id, { body: png("a"), headers: { "x-file-name": "My%20Chart.jpg" } });
    const file = deckFileSchema.parse(await answer.json());
    expect([answer.status, answer.headers.get("location")]).toEqual([201, `/decks/${id}/files/My-Chart.png`]);
    expect(file).toMatchObject({ path: "My-Chart.png", mediaType: "image/png" });
    const served = await get(file.url, { as: ana });
    const bytes = Buffer.from(await served.arrayBuffer());
    expect(bytes.byteLength).toBe(file.byteCount);
    expect(bytes.includes("IDAT")).toBe(true);
    expect(bytes.includes("CANARY")).toBe(false);
  });

  test("takes a form too", async () => {
    const { id } = await house.createDeck(ana);
    const form = new FormData();
    form.set("file", new File([png("form")], "from a form.png"));
    expect(await (await upload(ana, id, { body: form })).json()).toMatchObject({ path: "from-a-form.png" });
  });

  test("keeps the same content under the same name once, and numbers another one", async () => {
    const { id } = await house.createDeck(ana);
    const first = await add(id, "a.png", png("one"));
    expect(await add(id, "a.png", png("one"))).toEqual(first);
    expect((await add(id, "a.png", png("two"))).path).toBe("a-2.png");
    expect((await add(id, "a.png", png("two"))).path).toBe("a-2.png");
    expect((await add(id, "b.png", png("one"))).path).toBe("b.png");
    const { rows } = await house.pool.query("SELECT count(*)::int AS blobs FROM deck_blob WHERE deck_id = $1", [id]);
    expect(rows).toEqual([{ blobs: 2 }]);
  });

  test("gives every one of several at once a path of its own", async () => {
    const { id } = await house.createDeck(ana);
    const paths = (await Promise.all(["1", "2", "3", "4"].map((mark) => add(id, "shot.png", png(mark))))).map((file) => file.path);
    expect(paths.toSorted()).toEqual(["shot-2.png", "shot-3.png", "shot-4.png", "shot.png"]);
  });

  test.each([
    ["an archive", fromText("PK\x03\x04"), 415, /archive/],
    ["a page", fromText("<html><script>alert(1)</script>"), 415, /no picture/],
    ["half a picture", png("x").subarray(0, 40), 415, /damaged/],
    ["more than 25 MiB", new Uint8Array(25 * 1024 * 1024 + 1), 413, /larger than 25 MiB/],
  ])("refuses %s with a sentence and keeps nothing of it", async (_what, bytes, status, sentence) => {
    const { id } = await house.createDeck(ana);
    const answer = await upload(ana, id, { body: new Uint8Array(bytes), headers: { "x-file-name": "it.png" } });
    expect([answer.status, answer.headers.get("content-type"), (await answer.json()).detail]).toEqual([
      status,
      "application/problem+json",
      expect.stringMatching(sentence),
    ]);
    const { rows } = await house.pool.query("SELECT count(*)::int AS blobs FROM deck_blob WHERE deck_id = $1", [id]);
    expect(rows).toEqual([{ blobs: 0 }]);
  });

  test("lists what there is, by path", async () => {
    const { id } = await house.createDeck(ana);
    const files = [await add(id, "a.png", png("a")), await add(id, "img/b.png", png("b"))];
    const answer = await house.call(filesRoute.GET, "GET", `/api/decks/${id}/files`, { as: ana, params: { id } });
    const bytes = files.reduce((sum, { byteCount }) => sum + byteCount, 0);
    expect(deckFileListSchema.parse(await answer.json())).toEqual({ files, usage: { bytes, maxBytes: 250 * 1024 * 1024 } });
  });

  test("without a name, or as a form without a file, is refused", async () => {
    const { id } = await house.createDeck(ana);
    expect((await upload(ana, id, { body: png("a") })).status).toBe(422);
    expect((await upload(ana, id, { body: new FormData() })).status).toBe(422);
  });

  test("a deck that holds as many files as it may says so, and the bytes are not kept", async () => {
    const { id } = await house.createDeck(ana);
    await house.pool.query(
      "INSERT INTO deck_file (deck_id, path, sha256, media_type, byte_count) SELECT $1, 'f' || n, repeat('0', 64), 'image/png', 1 FROM generate_series(1, $2::int) n",
      [id, maxFilesPerDeck],
    );
    const answer = await upload(ana, id, { body: png("late"), headers: { "x-file-name": "late.png" } });
    expect([answer.status, (await answer.json()).detail]).toEqual([409, expect.stringMatching(/up to 500 files/)]);
    const { rows } = await house.pool.query("SELECT count(*)::int AS blobs FROM deck_blob WHERE deck_id = $1", [id]);
    expect(rows).toEqual([{ blobs: 0 }]);
  });

  test("a deck whose files are as large as they may be says how much is left", async () => {
    const { id } = await house.createDeck(ana);
    await house.pool.query(
      "INSERT INTO deck_file (deck_id, path, sha256, media_type, byte_count) VALUES ($1, 'film.mp4', repeat('0', 64), 'video/mp4', 250 * 1024 * 1024)",
      [id],
    );
    const answer = await upload(ana, id, { body: png("late"), headers: { "x-file-name": "late.png" } });
    expect([answer.status, (await answer.json()).detail]).toEqual([409, expect.stringMatching(/up to 250 MiB together, and 0 MiB are left/)]);
  });
});

describe("rights", () => {
  test.each([
    ["view", 403, 403, 200],
    ["comment", 403, 200, 200],
    ["present", 403, 200, 200],
    ["edit", 201, 200, 200],
  ] as const)("who may %s gets %i for adding, %i for the list, %i for a file", async (right, adding, listing, reading) => {
    const { id } = await house.createDeck(ana);
    const file = await add(id, "a.png", png("a"));
    const ben = await house.guest();
    const link = await house.createLink(ana, id, { kind: "join", right });
    await house.join(ben, link.kind === "join" ? link.token : "");
    const added = await upload(ben, id, { body: png("b"), headers: { "x-file-name": "b.png" } });
    const listed = await house.call(filesRoute.GET, "GET", `/api/decks/${id}/files`, { as: ben, params: { id } });
    expect([added.status, listed.status, (await get(file.url, { as: ben })).status]).toEqual([adding, listing, reading]);
  });

  test("others learn not even that there is such a deck", async () => {
    const { id } = await house.createDeck(ana);
    const { url } = await add(id, "a.png", png("a"));
    const other = await house.guest();
    expect((await get(url, { as: other })).status).toBe(404);
    expect((await get(url)).status).toBe(401);
    expect((await upload(other, id, { body: png("b"), headers: { "x-file-name": "b.png" } })).status).toBe(404);
    expect((await upload(stranger(), id, { body: png("b"), headers: { "x-file-name": "b.png" } })).status).toBe(401);
  });

  test("a file of one deck is not found in another", async () => {
    const [one, two] = [await house.createDeck(ana), await house.createDeck(ana)];
    await add(one.id, "a.png", png("a"));
    expect((await get(`/decks/${two.id}/files/a.png`, { as: ana })).status).toBe(404);
  });
});

describe("serving a file", () => {
  test("says what it is by its content, and nothing in it runs", async () => {
    const { id } = await house.createDeck(ana);
    const { url } = await add(
      id,
      "drawing.svg",
      new Uint8Array(fromText('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script><rect width="1"/></svg>')),
    );
    const answer = await get(url, { as: ana });
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "image/svg+xml",
      "x-content-type-options": "nosniff",
      "content-security-policy": expect.stringMatching(/default-src 'none'.*sandbox/),
      "cache-control": "private, no-cache",
    });
    expect(await answer.text()).not.toContain("script");
  });

  test("is found however the text spells its path, and never up the tree", async () => {
    const { id } = await house.createDeck(ana);
    await add(id, "img/My Chart.png", png("a"));
    for (const path of ["img/My%20Chart.png", "img/My-Chart.png", "./img/My-Chart.png"]) {
      expect((await get(`/decks/${id}/files/${path}`, { as: ana })).status).toBe(200);
    }
    expect((await get(`/decks/${id}/files/x%2f..%2f..%2fimg/My-Chart.png`, { as: ana })).status).toBe(404);
  });

  test("who has it gets a 304, who winds a film gets a stretch of it", async () => {
    const { id } = await house.createDeck(ana);
    const film = new Uint8Array(joinBytes([fromText("\0\0\0\x20ftypisom\0\0\x02\0isomiso2avc1mp41"), Buffer.alloc(1_200_000, "film")]));
    const { url } = await add(id, "film.mp4", film);
    const whole = await get(url, { as: ana });
    expect(Buffer.from(await whole.arrayBuffer()).equals(film)).toBe(true);
    const etag = whole.headers.get("etag") ?? "";
    expect((await get(url, { as: ana, headers: { "if-none-match": etag } })).status).toBe(304);
    const part = await get(url, { as: ana, headers: { range: "bytes=100-700099" } });
    expect([part.status, part.headers.get("content-range")]).toEqual([206, `bytes 100-700099/${film.byteLength}`]);
    expect(Buffer.from(await part.arrayBuffer()).equals(film.subarray(100, 700_100))).toBe(true);
    expect((await get(url, { as: ana, headers: { range: "bytes=9999999-" } })).status).toBe(416);
  });
});

describe("a public link", () => {
  test("serves the files that its slides show, by content, and no other of the deck", async () => {
    const { id } = await house.createDeck(ana, {
      markdown: "# A\n\n![Shown](shown.png)\n\n<!-- ![Noted](noted.png) -->\n\n---\n\n<!-- _hidden: true -->\n\n![Hidden](hidden.png)",
    });
    for (const name of ["shown", "noted", "hidden", "unused"]) await add(id, `${name}.png`, png(name));
    const { rows } = await house.pool.query<{ path: string; sha256: string }>("SELECT path, sha256 FROM deck_file WHERE deck_id = $1 ORDER BY path", [
      id,
    ]);
    const slug = await publish(id);
    const statuses = await Promise.all(rows.map(async ({ path, sha256 }) => [path, (await get(`/p/${slug}/files/${sha256}`)).status]));
    expect(Object.fromEntries(statuses)).toEqual({ "shown.png": 200, "noted.png": 404, "hidden.png": 404, "unused.png": 404 });
    const page = await (await get(`/p/${slug}`)).text();
    expect(page).toContain(`src="/p/${slug}/files/${rows.find(({ path }) => path === "shown.png")?.sha256}"`);
    expect(page).not.toContain(id);
  });

  test("follows the text: a picture that is taken out is served no more, one that comes in is", async () => {
    const { id } = await house.createDeck(ana, { markdown: "![A](a.png)" });
    const slug = await publish(id);
    await add(id, "a.png", png("a"));
    await add(id, "b.png", png("b"));
    const hashes = (await house.pool.query<{ sha256: string }>("SELECT sha256 FROM deck_file WHERE deck_id = $1 ORDER BY path", [id])).rows;
    const statuses = () => Promise.all(hashes.map(async ({ sha256 }) => (await get(`/p/${slug}/files/${sha256}`)).status));
    expect(await statuses()).toEqual([200, 404]);
    await deriveDeck(house.runtime, id, settledText("![B](b.png)", { generation: 9, seq: 9 }));
    expect(await statuses()).toEqual([404, 200]);
  });

  test("that was withdrawn serves nothing", async () => {
    const { id } = await house.createDeck(ana, { markdown: "![A](a.png)" });
    const slug = await publish(id);
    await add(id, "a.png", png("a"));
    await house.pool.query("UPDATE deck_link SET revoked_at = now() WHERE token = $1", [slug]);
    const { rows } = await house.pool.query<{ sha256: string }>("SELECT sha256 FROM deck_file WHERE deck_id = $1", [id]);
    expect((await get(`/p/${slug}/files/${rows[0]?.sha256}`)).status).toBe(410);
  });
});

test("an exported file holds the pictures that it shows", async () => {
  const { id } = await house.createDeck(ana, { markdown: "# A\n\n![Shown](shown.png) ![Gone](gone.png) ![Far](https://example.invalid/far.png)" });
  await add(id, "shown.png", png("shown"));
  await add(id, "unused.png", png("unused"));
  const answer = await house.call(exportRoute.GET, "GET", `/api/decks/${id}/export?format=html`, { as: ana, params: { id } });
  const html = await answer.text();
  expect(html.match(/<img src="data:image\/png;base64,/g)).toHaveLength(1);
  expect(html).toContain("This picture is not in the file: gone.png");
  expect(html).toContain("This picture is not in the file: example.invalid");
});
