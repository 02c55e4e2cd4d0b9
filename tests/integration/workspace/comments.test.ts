import { afterAll, beforeAll, expect, test } from "vitest";
import * as commentsRoute from "@/app/api/decks/[id]/comments/route";
import * as commentRoute from "@/app/api/decks/[id]/comments/[commentId]/route";
import * as repliesRoute from "@/app/api/decks/[id]/comments/[commentId]/replies/route";
import { commentListSchema, commentThreadSchema, type CommentThread, type CreateCommentBody } from "@/lib/api/comments";
import type { DeckId } from "@/lib/api/ids";
import { applyTextEdits, moveSlides, parseDeck } from "@/lib/deck";
import { listSlides } from "@/lib/workspace/slides/list";
import { splitSlide } from "@/lib/workspace/slides/split";
import { keepVersion } from "@/lib/workspace/versions/keep";
import { restoreVersion } from "@/lib/workspace/versions/restore";
import { renewDeck } from "@/lib/collab/server/renew";
import { createUpdateLog } from "@/lib/collab/server/update-log";
import { deriveDeck } from "@/lib/workspace/decks/derive";
import { openHouse, type Actor, type House } from "@/tests/integration/api/house";

const three = "# One\n\nfirst point\n\n---\n\n# Two\n\nthe cache is warm\n\n---\n\n# Three\n\nthird point\n";
const quote = "cache is warm";

let house: House;
let ana: Actor;
let ben: Actor;
let cleo: Actor;
let viewer: Actor;
beforeAll(async () => {
  house = await openHouse();
  ana = await house.signUp("Ana");
  ben = await house.signUp("Ben");
  cleo = await house.signUp("Cleo");
  viewer = await house.signUp("Vera");
});
afterAll(() => house.close());

/** Ana's deck; Ben edits, Cleo comments, Vera looks on. */
async function openDeck(markdown = three): Promise<DeckId> {
  const { id } = await house.createDeck(ana, { markdown });
  for (const [person, right] of [
    [ben, "edit"],
    [cleo, "comment"],
    [viewer, "view"],
  ] as const) {
    const link = await house.createLink(ana, id, { kind: "join", right });
    if (link.kind === "join") await house.join(person, link.token);
  }
  return id;
}

function post(id: DeckId, json: unknown, as = cleo): Promise<Response> {
  return house.call(commentsRoute.POST, "POST", `/api/decks/${id}/comments`, { as, params: { id }, json });
}

async function say(id: DeckId, comment: CreateCommentBody, as = cleo): Promise<CommentThread> {
  return commentThreadSchema.parse(await (await post(id, comment, as)).json());
}

/** A comment on these words of the text as it is now. */
async function sayAbout(id: DeckId, words = quote): Promise<CommentThread> {
  const { markdown } = await house.runtime.collab.readDeck(id);
  const start = markdown.indexOf(words);
  return say(id, { body: "Is it?", range: { start, end: start + words.length }, quote: words });
}

function get(id: DeckId, as = ana): Promise<Response> {
  return house.call(commentsRoute.GET, "GET", `/api/decks/${id}/comments`, { as, params: { id } });
}

async function threads(id: DeckId, as = ana): Promise<readonly CommentThread[]> {
  return commentListSchema.parse(await (await get(id, as)).json()).threads;
}

function reply(id: DeckId, commentId: string, json: unknown, as = ben): Promise<Response> {
  return house.call(repliesRoute.POST, "POST", `/api/decks/${id}/comments/${commentId}/replies`, { as, params: { id, commentId }, json });
}

function patch(id: DeckId, commentId: string, json: unknown, as = cleo): Promise<Response> {
  return house.call(commentRoute.PATCH, "PATCH", `/api/decks/${id}/comments/${commentId}`, { as, params: { id, commentId }, json });
}

function remove(id: DeckId, commentId: string, as = cleo): Promise<Response> {
  return house.call(commentRoute.DELETE, "DELETE", `/api/decks/${id}/comments/${commentId}`, { as, params: { id, commentId } });
}

async function edit(id: DeckId, change: (markdown: string) => string): Promise<void> {
  if (ana.userId === undefined) throw new Error("nobody is signed in");
  await house.runtime.collab.editDeck(id, change, { kind: "api", userId: ana.userId });
}

/** What the only thread's range holds now; null where its words are gone. */
async function heldWords(id: DeckId): Promise<string | null> {
  const [thread] = await threads(id);
  const { markdown } = await house.runtime.collab.readDeck(id);
  return thread?.range ? markdown.slice(thread.range.start, thread.range.end) : null;
}

async function slideIds(id: DeckId): Promise<readonly string[]> {
  return (await listSlides(house.runtime, id)).map((slide) => slide.id);
}

test("a comment on a range comes back with its words, its slide, its place and who said it", async () => {
  const id = await openDeck();
  const answer = await post(id, { body: "Is it?\r\nReally?", range: { start: 36, end: 41 } });
  const thread = commentThreadSchema.parse(await answer.json());
  expect(answer.status).toBe(201);
  expect(thread).toMatchObject({
    slide: 1,
    slideId: (await slideIds(id))[1],
    quote: "cache",
    range: { start: 36, end: 41 },
    resolved: null,
    comments: [{ id: thread.id, author: { name: "Cleo" }, isYours: true, body: "Is it?\nReally?", editedAt: null }],
  });
  expect(await threads(id, cleo)).toEqual([thread]);
});

test("[anchor 1] text that is written above takes the comment along", async () => {
  const id = await openDeck();
  await sayAbout(id);
  await edit(id, (markdown) => `# Zero\n\nnew\n\n---\n\n${markdown}`);
  expect([await heldWords(id), (await threads(id))[0]?.slide]).toEqual([quote, 2]);
});

test("[anchor 2] text that changes inside widens and shrinks what the comment is about", async () => {
  const id = await openDeck();
  await sayAbout(id);
  await edit(id, (markdown) => markdown.replace("cache is warm", "cache is very warm"));
  expect(await heldWords(id)).toBe("cache is very warm");
  await edit(id, (markdown) => markdown.replace("cache is very warm", "is very warm"));
  expect(await heldWords(id)).toBe("is very warm");
});

test("[anchor 3] text that is deleted leaves the comment at its slide, with the words it spoke of", async () => {
  const id = await openDeck();
  const { slideId } = await sayAbout(id);
  await edit(id, (markdown) => markdown.replace(` ${quote}`, ""));
  expect(await threads(id)).toMatchObject([{ range: null, quote, slideId, slide: 1 }]);
});

test("[anchor 4] text that is deleted and undone has its comment again, also after it was changed", async () => {
  const id = await openDeck();
  await sayAbout(id);
  await edit(id, (markdown) => markdown.replace(quote, "cache is very warm"));
  const { markdown: whole } = await house.runtime.collab.readDeck(id);
  await edit(id, (markdown) => markdown.replace("the cache is very warm\n", ""));
  expect(await heldWords(id)).toBeNull();
  await edit(id, () => whole);
  expect(await heldWords(id)).toBe("cache is very warm");
  await edit(id, (markdown) => markdown.replace("very warm", "warm"));
  expect(await heldWords(id)).toBe("cache is warm");
});

test("[anchor 5] text that is cut and pasted elsewhere takes the comment to its new slide", async () => {
  const id = await openDeck();
  await sayAbout(id);
  await edit(id, (markdown) => markdown.replace(quote, ""));
  await edit(id, (markdown) => `${markdown}\n${quote}\n`);
  expect([await heldWords(id), (await threads(id))[0]?.slideId]).toEqual([quote, (await slideIds(id))[2]]);
});

test("of two equal words the one that was deleted takes its comment with it: the other is another", async () => {
  const id = await openDeck("# One\n\nwarm\n\n---\n\n# Two\n\nwarm\n");
  await sayAbout(id, "warm");
  await edit(id, (markdown) => markdown.replace("warm\n\n---", "cold\n\n---"));
  expect(await heldWords(id)).toBeNull();
});

test("comments go with a slide that moves, and with a slide that is split", async () => {
  const id = await openDeck("# One\n\n## A\n\nalpha\n\n## B\n\nthe cache is warm\n\n---\n\n# Two\n");
  await sayAbout(id);
  const [slideId] = await slideIds(id);
  await edit(id, (markdown) => applyTextEdits(markdown, moveSlides(parseDeck(markdown), [0], 1)));
  expect((await threads(id))[0]).toMatchObject({ slideId, slide: 1 });
  const [, moved] = await listSlides(house.runtime, id);
  if (moved === undefined || ben.userId === undefined) throw new Error("no slide");
  await splitSlide(house.runtime, id, { slideId: moved.id, userId: ben.userId });
  const ids = await slideIds(id);
  expect([await heldWords(id), (await threads(id))[0]?.slideId]).toEqual([quote, ids.at(-1)]);
});

test("comments survive a restore and another text in between", async () => {
  const id = await openDeck();
  await sayAbout(id);
  if (ana.userId === undefined) throw new Error("nobody is signed in");
  const { version } = await keepVersion(house.runtime, id, { userId: ana.userId, name: undefined });
  await edit(id, () => "# Another text altogether\n");
  expect(await heldWords(id)).toBeNull();
  await restoreVersion(house.runtime, id, { versionId: version.id, userId: ana.userId });
  expect(await heldWords(id)).toBe(quote);
});

test("a new generation of the document has its comments where they were, among equal words too", async () => {
  const id = await openDeck("# One\n\nwarm, warm, warm\n\n---\n\n# Two\n\nwarm\n");
  await say(id, { body: "Which?", range: { start: 13, end: 17 } });
  const { runtime } = house;
  const text = await renewDeck({ pool: runtime.pool, log: runtime.log, updateLog: createUpdateLog(runtime.pool, { node: "test" }) }, id);
  if (text === undefined) throw new Error("not renewed");
  await deriveDeck(runtime, id, text);
  expect((await threads(id))[0]?.range).toEqual({ start: 13, end: 17 });
  await edit(id, (markdown) => markdown.replace("# One", "# The one"));
  expect((await threads(id))[0]?.range).toEqual({ start: 17, end: 21 });
});

test("posting does not depend on the sender's text: the quote counts where the offsets are of another one", async () => {
  const id = await openDeck();
  const thread = await say(id, { body: "Is it?", range: { start: 0, end: quote.length }, quote });
  expect(thread.range).toEqual({ start: three.indexOf(quote), end: three.indexOf(quote) + quote.length });
});

test("a comment on words that are not stored yet waits for them at its slide", async () => {
  const id = await openDeck();
  const thread = await say(id, { body: "Sure?", range: { start: 40, end: 50 }, quote: "is written now" });
  expect(thread).toMatchObject({ range: null, slide: 1, quote: "is written now" });
  await edit(id, (markdown) => markdown.replace("warm", "warm and this is written now"));
  expect(await heldWords(id)).toBe("is written now");
});

test("a comment is about a slide or the deck where it has no range; those about the deck come first", async () => {
  const id = await openDeck();
  await say(id, { body: "Too long", at: three.indexOf("# Three") });
  await sayAbout(id);
  await say(id, { body: "Good deck" });
  expect((await threads(id)).map(({ slide, comments }) => [slide, comments[0]?.body])).toEqual([
    [null, "Good deck"],
    [1, "Is it?"],
    [2, "Too long"],
  ]);
});

test("a reply, a resolve and a new reply: the thread is open again", async () => {
  const id = await openDeck();
  const { id: threadId } = await sayAbout(id);
  await reply(id, threadId, { body: "It is." });
  await patch(id, threadId, { resolved: true }, ben);
  expect(await threads(id)).toMatchObject([{ resolved: { by: "Ben" }, comments: [{ body: "Is it?" }, { body: "It is.", author: { name: "Ben" } }] }]);
  const answer = await reply(id, threadId, { body: "Still not." }, cleo);
  expect([answer.status, commentThreadSchema.parse(await answer.json()).resolved]).toEqual([201, null]);
});

test("words are changed by who said them alone, and say so", async () => {
  const id = await openDeck();
  const { id: threadId } = await sayAbout(id);
  expect((await patch(id, threadId, { body: "Was it?" }, ana)).status).toBe(403);
  const changed = commentThreadSchema.parse(await (await patch(id, threadId, { body: "Was it?" })).json());
  expect(changed.comments).toMatchObject([{ body: "Was it?", editedAt: expect.any(String) }]);
});

test("a comment is deleted by who said it or the owner; a thread with others' answers by the owner alone", async () => {
  const id = await openDeck();
  const { id: threadId } = await sayAbout(id);
  await reply(id, threadId, { body: "It is." });
  const answers = [await remove(id, threadId, ben), await remove(id, threadId, cleo), await remove(id, threadId, ana)];
  expect(answers.map(({ status }) => status)).toEqual([403, 409, 204]);
  expect(await threads(id)).toEqual([]);
});

test("who may look on alone neither sees comments nor makes any", async () => {
  const id = await openDeck();
  const { id: threadId } = await sayAbout(id);
  const answers = [
    await get(id, viewer),
    await post(id, { body: "Hello" }, viewer),
    await reply(id, threadId, { body: "Hello" }, viewer),
    await patch(id, threadId, { resolved: true }, viewer),
    await remove(id, threadId, viewer),
  ];
  expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
});

test("a comment of one deck is not there in another", async () => {
  const [id, other] = [await openDeck(), await openDeck()];
  const { id: threadId } = await sayAbout(id);
  const answers = [
    await reply(other, threadId, { body: "Hello" }, ana),
    await patch(other, threadId, { resolved: true }, ana),
    await remove(other, threadId, ana),
  ];
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
});

test("a range beyond the end is refused with a sentence", async () => {
  const id = await openDeck();
  const answer = await post(id, { body: "Hello", range: { start: 80, end: 300 } });
  expect([answer.status, await answer.json()]).toMatchObject([422, { detail: expect.stringMatching(/ends behind the text/) }]);
});

test("positions that are none are no harm: offsets and quote are there", async () => {
  const id = await openDeck();
  const start = three.indexOf(quote);
  const thread = await say(id, { body: "Is it?", range: { start, end: start + quote.length }, quote, anchor: { start: "AAAA", end: "////" } });
  expect(thread.range).toEqual({ start, end: start + quote.length });
});

test("whoever has the deck open is told to fetch comments when one is made, changed or deleted", async () => {
  const id = await openDeck();
  const before = house.calls.length;
  const { id: threadId } = await sayAbout(id);
  await patch(id, threadId, { resolved: true });
  await remove(id, threadId);
  expect(house.calls.slice(before)).toEqual(Array(3).fill(`hint ${id} comments`));
});
