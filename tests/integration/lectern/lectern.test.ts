import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import * as commentsRoute from "@/app/api/decks/[id]/comments/route";
import * as filesRoute from "@/app/api/decks/[id]/files/route";
import * as markdownRoute from "@/app/api/decks/[id]/markdown/route";
import * as tokensRoute from "@/app/api/tokens/route";
import { commentListSchema, commentThreadSchema } from "@/lib/api/comments";
import { deckFileListSchema } from "@/lib/api/files";
import type { DeckId } from "@/lib/api/ids";
import { createdTokenSchema } from "@/lib/api/tokens";
import { inProject } from "@/scripts/setup/root.mjs";
import { answerRoutes } from "@/tests/integration/api/answer-routes";
import { openHouse, userOf, type Actor, type House } from "@/tests/integration/api/house";
import { serveHouse } from "@/tests/integration/api/served-house";

let house: House;
let ana: Actor;
let served: Awaited<ReturnType<typeof serveHouse>>;
let token: string;
let folder: string;
beforeAll(async () => {
  house = await openHouse();
  ana = await house.signUp("Ana");
  served = await serveHouse(house, await answerRoutes());
  const made = await house.call(tokensRoute.POST, "POST", "/api/tokens", { as: ana, json: { label: "git", scope: "publish" } });
  token = createdTokenSchema.parse(await made.json()).token;
});
afterAll(async () => {
  served.close();
  await house.close();
});
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "lectern-command-"));
});
afterEach(() => rm(folder, { recursive: true }));

interface Ran {
  readonly code: number;
  readonly said: string;
}

/** The command as somebody runs it in a folder of their own. */
function lectern(
  args: readonly string[],
  { input = "", env = { LECTERN_TOKEN: token } }: { readonly input?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Ran> {
  return new Promise((resolve) => {
    const own = { NODE_ENV: "test" as const, PATH: process.env["PATH"] ?? "", HOME: folder, XDG_CONFIG_HOME: path.join(folder, ".config") };
    const child = execFile(
      process.execPath,
      [inProject("scripts/lectern.mjs"), ...args],
      { cwd: folder, env: { ...own, LECTERN_SERVER: served.origin, ...env } },
      (error, stdout, stderr) => resolve({ code: typeof error?.code === "number" ? error.code : 0, said: stdout + stderr }),
    );
    child.stdin?.end(input);
  });
}

const read = (name: string) => readFile(path.join(folder, name), "utf8");
const write = (name: string, text: string) => writeFile(path.join(folder, name), text);
const change = async (name: string, from: string, to: string) => write(name, (await read(name)).replace(from, to));

const slides = ["# One", "## Two\n\nA line that stays.\n\nA line that changes.", "## Three", "## Four", "## Five\n\nSomebody writes here."];
const markdown = `${slides.join("\n\n---\n\n")}\n`;

const textOf = async (id: DeckId) => (await house.runtime.collab.readDeck(id)).markdown;
const replaceInBrowser = async (id: DeckId, from: string, to: string) =>
  house.runtime.collab.editDeck(id, (text) => text.replace(from, to), { kind: "api", userId: userOf(ana) });
const tagOf = async (id: DeckId) => (await house.call(markdownRoute.GET, "GET", "/", { as: ana, params: { id } })).headers.get("etag");

async function commentOn(id: DeckId, words: string) {
  const start = (await textOf(id)).indexOf(words);
  const json = { body: "What of this?", range: { start, end: start + words.length }, quote: words };
  return commentThreadSchema.parse(await (await house.call(commentsRoute.POST, "POST", "/", { as: ana, params: { id }, json })).json());
}

const commentsOf = async (id: DeckId) =>
  commentListSchema.parse(await (await house.call(commentsRoute.GET, "GET", "/", { as: ana, params: { id } })).json()).threads;

test("slide 2 in git and slide 5 in the browser at once: both survive, comments stay put, and a second push changes nothing", async () => {
  const { id } = await house.createDeck(ana, { markdown });
  expect(await lectern(["pull", `${served.origin}/decks/${id}`])).toMatchObject({ code: 0 });
  const [onTwo, onFive] = [await commentOn(id, "A line that stays."), await commentOn(id, "writes here")];
  await replaceInBrowser(id, "Somebody writes here.", "Somebody else writes here.");
  await change("deck.md", "A line that changes.", "A line that was changed in git.");
  expect(await lectern(["push"])).toMatchObject({ code: 0, said: expect.stringContaining("deck.md those of others") });
  const both = markdown
    .replace("A line that changes.", "A line that was changed in git.")
    .replace("Somebody writes here.", "Somebody else writes here.");
  expect([await textOf(id), await read("deck.md")]).toEqual([both, both]);
  const places = (await commentsOf(id)).map((thread) => [thread.id, thread.range && both.slice(thread.range.start, thread.range.end)]);
  expect(places).toContainEqual([onTwo.id, "A line that stays."]);
  expect(places).toContainEqual([onFive.id, "writes here"]);
  const tag = await tagOf(id);
  expect(await lectern(["push"])).toMatchObject({ code: 0, said: "Nothing has changed.\n" });
  expect([await tagOf(id), await textOf(id)]).toEqual([tag, both]);
});

test("the same line at both ends: the deck's stays, the file's becomes a comment on it, and no marker is in the text", async () => {
  const { id } = await house.createDeck(ana, { markdown });
  await lectern(["pull", id]);
  await replaceInBrowser(id, "A line that changes.", "A line from the browser.");
  await change("deck.md", "A line that changes.", "A line from git.");
  const { code, said } = await lectern(["push"]);
  expect([code, said]).toEqual([0, expect.stringContaining("“Two”: others changed the same lines")]);
  expect(said).not.toContain("The deck has your changes");
  expect(await read("deck.md")).toBe(markdown.replace("A line that changes.", "A line from the browser."));
  const [thread] = await commentsOf(id);
  expect([thread?.quote, thread?.comments[0]?.body]).toEqual(["A line from the browser.", expect.stringContaining("A line from git.")]);
  await lectern(["push"]);
  expect(await commentsOf(id)).toHaveLength(1);
});

test("a pull brings the deck's files, and never writes over what was not pushed", async () => {
  const { id } = await house.createDeck(ana, { markdown });
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect width="1" height="1"/></svg>';
  await house.call(filesRoute.POST, "POST", "/", {
    as: ana,
    params: { id },
    body: svg,
    headers: { "content-type": "image/svg+xml", "x-file-name": "dot.svg" },
  });
  expect(await lectern(["pull", id, "talk.md"])).toMatchObject({ code: 0, said: expect.stringContaining("1 new file") });
  expect(await read("dot.svg")).toContain("<rect");
  await change("talk.md", "# One", "# Uno");
  expect(await lectern(["pull", "talk.md"])).toMatchObject({ code: 1, said: expect.stringContaining("Push them first") });
  expect(await lectern(["pull", "talk.md", "--force"])).toMatchObject({ code: 0 });
  expect(await read("talk.md")).toBe(markdown);
});

const dot = (colour: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect width="1" height="1" fill="${colour}"/></svg>`;

test("a push brings the files that the text names and that lie beside it; the text names them as the deck does", async () => {
  const { id } = await house.createDeck(ana, { markdown });
  await lectern(["pull", id]);
  await write("dot.svg", dot("red"));
  await write("My Dot.svg", dot("blue"));
  // A picture by its name alone.
  await write("photo.png", dot("green"));
  await change("deck.md", "# One", "# One\n\n![](dot.svg) ![](My%20Dot.svg) ![](photo.png) ![](to-come.png) [notes](notes.md)");
  const { code, said } = await lectern(["push"]);
  expect([code, said]).toEqual([0, expect.stringMatching(/^dot\.svg is in the deck now\.\nMy Dot\.svg is in the deck now, as My-Dot\.svg\.\n/)]);
  const text = markdown.replace("# One", "# One\n\n![](dot.svg) ![](My%20Dot.svg) ![](photo.svg) ![](to-come.png) [notes](notes.md)");
  expect([await textOf(id), await read("deck.md")]).toEqual([text, text]);
  expect([await read("My-Dot.svg"), await read("photo.svg")]).toEqual([dot("blue"), dot("green")]);
  expect((await lectern(["push"])).said).toBe("Nothing has changed.\n");
});

test("a picture that was changed under its name comes along, also made anew again; the old one stays, and what is the same is not sent", async () => {
  const { id } = await house.createDeck(ana, { markdown });
  await lectern(["pull", id]);
  await write("plot.svg", dot("red"));
  await write("same.svg", dot("blue"));
  await change("deck.md", "# One", "# One\n\n![](plot.svg) ![](same.svg)");
  await lectern(["push"]);
  const sent = async () => (await house.pool.query("SELECT sum(count)::int AS sent FROM rate_limit WHERE key LIKE '%addFile%'")).rows[0].sent;
  const before = await sent();
  for (const [colour, kept] of [
    ["green", "plot-2.svg"],
    ["white", "plot-3.svg"],
  ] as const) {
    // A script writes it again, and knows nothing of other names.
    await write("plot.svg", dot(colour));
    expect(await lectern(["push"])).toEqual({ code: 0, said: `plot.svg is in the deck now, as ${kept}.\nThe deck has your changes.\n` });
    expect([await textOf(id), await read("deck.md")].map((text) => text.includes(`![](${kept}) ![](same.svg)`))).toEqual([true, true]);
    expect(await read(kept)).toBe(dot(colour));
  }
  expect((await lectern(["push"])).said).toBe("Nothing has changed.\n");
  expect(await sent()).toBe(before + 2);
  const { files } = deckFileListSchema.parse(await (await house.call(filesRoute.GET, "GET", "/", { as: ana, params: { id } })).json());
  expect(files.map(({ path: named }) => named)).toEqual(["plot-2.svg", "plot-3.svg", "plot.svg", "same.svg"]);
});

test("a picture that others have put under its name is not taken for one's own change", async () => {
  const { id } = await house.createDeck(ana, { markdown: "# One\n\n![](dot.svg)\n" });
  const add = (colour: string) =>
    house.call(filesRoute.POST, "POST", "/", { as: ana, params: { id }, body: dot(colour), headers: { "x-file-name": "dot.svg" } });
  await add("red");
  await lectern(["pull", id]);
  await house.pool.query("DELETE FROM deck_file WHERE deck_id = $1", [id]);
  await add("blue");
  expect((await lectern(["push"])).said).toBe("Nothing has changed.\n");
});

test("a file beside the deck that is none for a slide stops the push, and nothing of it has happened", async () => {
  const { id } = await house.createDeck(ana, { markdown });
  await lectern(["pull", id]);
  await write("a.png", "no picture");
  await change("deck.md", "# One", "# One\n\n![](a.png)");
  expect(await lectern(["push"])).toMatchObject({ code: 1, said: expect.stringContaining("a.png is no picture") });
  expect(await textOf(id)).toBe(markdown);
});

test("a pull of one deck never takes the place of another's file", async () => {
  const [one, two] = [await house.createDeck(ana, { markdown }), await house.createDeck(ana, { markdown: "# Another\n" })];
  await lectern(["pull", one.id]);
  expect(await lectern(["pull", two.id])).toMatchObject({ code: 1, said: expect.stringContaining("deck.md is another deck") });
  expect([await read("deck.md"), (await lectern(["pull", two.id, "another.md"])).code, await read("another.md")]).toEqual([
    markdown,
    0,
    "# Another\n",
  ]);
});

test("a deck is published once, and its address stays", async () => {
  const { id } = await house.createDeck(ana, { markdown });
  await lectern(["pull", id]);
  const first = await lectern(["publish"]);
  expect(first.said).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/p\/\w+\n$/);
  expect((await lectern(["publish"])).said).toBe(first.said);
  // One that has ended shows nothing to anybody.
  await house.pool.query("UPDATE deck_link SET expires_at = now() WHERE deck_id = $1", [id]);
  expect((await lectern(["publish"])).said).not.toBe(first.said);
});

test("exports are written beside the file", async () => {
  const { id } = await house.createDeck(ana, { markdown });
  await lectern(["pull", id]);
  expect(await lectern(["export", "--format", "html"])).toMatchObject({ code: 0, said: "deck.html is written.\n" });
  expect(await read("deck.html")).toMatch(/^<!doctype html>/);
  expect(await lectern(["export", "--format", "docx"])).toMatchObject({ code: 1, said: expect.stringContaining("html, md, pdf, pptx") });
});

test("a token is kept by login for its owner's eyes alone, and one that is none is refused", async () => {
  const { id } = await house.createDeck(ana, { markdown });
  const env = {};
  expect(await lectern(["login"], { input: `lct_${"0".repeat(40)}\n`, env })).toMatchObject({
    code: 1,
    said: expect.stringContaining("does not count"),
  });
  expect(await lectern(["login"], { input: `${token}\n`, env })).toMatchObject({ code: 0, said: expect.stringContaining("as Ana") });
  expect(await lectern(["pull", id], { env })).toMatchObject({ code: 0 });
});

test("login says what is wrong with the file of tokens, and takes no address that is none for the usual server", async () => {
  expect(await lectern(["login", "--server", "nowhere"], { input: `${token}\n` })).toMatchObject({
    code: 1,
    said: expect.stringContaining("Say which server"),
  });
  await mkdir(path.join(folder, ".config/lectern"), { recursive: true });
  await writeFile(path.join(folder, ".config/lectern/accounts.json"), "{");
  const env = { LECTERN_SERVER: "" };
  expect(await lectern(["login"], { input: `${token}\n`, env })).toMatchObject({ code: 1, said: expect.stringContaining("can't be read") });
});

test("a file in another encoding is not pushed: deck and file keep their letters", async () => {
  const { id } = await house.createDeck(ana, { markdown });
  await lectern(["pull", id]);
  const latin = Buffer.from(`${markdown}\nCaf\u00e9\n`, "latin1");
  await writeFile(path.join(folder, "deck.md"), latin);
  expect(await lectern(["push"])).toMatchObject({ code: 1, said: expect.stringContaining("deck.md is not UTF-8 text") });
  expect(await readFile(path.join(folder, "deck.md"))).toEqual(latin);
  expect(await textOf(id)).toBe(markdown);
});

test("a mark of the byte order is nobody's change", async () => {
  const { id } = await house.createDeck(ana, { markdown });
  await lectern(["pull", id]);
  await write("deck.md", `\ufeff${markdown.replaceAll("\n", "\r\n")}`);
  expect((await lectern(["push"])).said).toBe("Nothing has changed.\n");
  expect((await lectern(["pull"])).code).toBe(0);
});

test("files that can't be read or written are told in a sentence", async () => {
  const { id } = await house.createDeck(ana, { markdown });
  await mkdir(path.join(folder, "folder.md"));
  expect(await lectern(["pull", id, "folder.md"])).toEqual({ code: 1, said: "folder.md is a folder; name the Markdown file in it.\n" });
  await lectern(["pull", id]);
  expect(await lectern(["export", "-o", "nowhere/a.html"])).toEqual({
    code: 1,
    said: "nowhere/a.html can't be written or read: there is no such folder.\n",
  });
  for (const broken of ["null", "{}"]) {
    await write("deck.lectern.json", broken);
    expect(await lectern(["push"])).toMatchObject({ code: 1, said: expect.stringMatching(/^deck\.lectern\.json is broken\./) });
  }
});

test("a server that is another program is told from ours", async () => {
  const other = createServer((_, answer) => answer.end("<!doctype html>")).listen(0, "127.0.0.1");
  await once(other, "listening");
  const { port } = z.object({ port: z.number() }).parse(other.address());
  const said = await lectern(["login", "--server", `http://127.0.0.1:${port}`]);
  other.close();
  expect(said).toEqual({ code: 1, said: `http://127.0.0.1:${port} does not answer as Lectern does. Is the address right?\n` });
});

test("what is wrong is told in a sentence", async () => {
  expect(await lectern(["push"])).toMatchObject({ code: 1, said: expect.stringContaining("There is no deck in this folder") });
  expect(await lectern(["pull", "00000000-0000-4000-8000-000000000000"])).toMatchObject({ code: 1, said: expect.stringContaining("no such deck") });
  expect(await lectern(["fly"])).toMatchObject({ code: 1, said: expect.stringContaining('no command "fly"') });
  expect((await lectern([])).said).toContain("Usage: lectern");
});
