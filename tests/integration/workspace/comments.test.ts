import { afterAll, beforeAll, expect, test } from "vitest";
import * as importRoute from "@/app/api/decks/[id]/comments/import/route";
import { commentThreadSchema } from "@/lib/api/comments";
import { openHouse, type House } from "@/tests/integration/api/house";
import { openTalk, quote, three, type TalkingHouse } from "@/tests/integration/workspace/talk";

let house: House;
let talk: TalkingHouse;
beforeAll(async () => {
  house = await openHouse();
  talk = await openTalk(house);
});
afterAll(() => house.close());

test("a comment on a range comes back with its words, its slide, its place and who said it", async () => {
  const id = await talk.openDeck();
  const answer = await talk.post(id, { body: "Is it?\r\nReally?", range: { start: 36, end: 41 } });
  const thread = commentThreadSchema.parse(await answer.json());
  expect(answer.status).toBe(201);
  expect(thread).toMatchObject({
    slide: 1,
    slideId: (await talk.slideIds(id))[1],
    quote: "cache",
    range: { start: 36, end: 41 },
    resolved: null,
    comments: [{ id: thread.id, author: { name: "Cleo" }, isYours: true, body: "Is it?\nReally?", editedAt: null }],
  });
  expect(await talk.threads(id, talk.cleo)).toEqual([thread]);
});

test("comments travel with a deck's text: each finds its words in the copy, signed by who said it", async () => {
  const id = await talk.openDeck();
  const { id: threadId } = await talk.sayAbout(id);
  await talk.reply(id, threadId, { body: "It is." }, talk.ana);
  await talk.say(id, { body: "Good deck" });
  const taken = await (await talk.get(id)).json();
  const { id: copy } = await house.createDeck(talk.ana, { markdown: `# Zero\n\n---\n\n${three}` });
  const answer = await house.call(importRoute.POST, "POST", `/api/decks/${copy}/comments/import`, {
    as: talk.ana,
    params: { id: copy },
    json: taken,
  });
  expect(await answer.json()).toEqual({ threads: 2 });
  const [deck, about] = await talk.threads(copy);
  const words = [deck, about].map((thread) => thread?.comments.map(({ body }) => body));
  expect([words, about?.slide, about?.quote]).toEqual([[["Cleo: Good deck"], ["Cleo: Is it?", "It is."]], 2, quote]);
});

test("posting does not depend on the sender's text: the quote counts where the offsets are of another one", async () => {
  const id = await talk.openDeck();
  const thread = await talk.say(id, { body: "Is it?", range: { start: 0, end: quote.length }, quote });
  expect(thread.range).toEqual({ start: three.indexOf(quote), end: three.indexOf(quote) + quote.length });
});

test("a comment on words that are not stored yet waits for them at its slide", async () => {
  const id = await talk.openDeck();
  const thread = await talk.say(id, { body: "Sure?", range: { start: 40, end: 50 }, quote: "is written now" });
  expect(thread).toMatchObject({ range: null, slide: 1, quote: "is written now" });
  await talk.edit(id, (markdown) => markdown.replace("warm", "warm and this is written now"));
  expect(await talk.heldWords(id)).toBe("is written now");
});

test("a comment is about a slide or the deck where it has no range; those about the deck come first", async () => {
  const id = await talk.openDeck();
  await talk.say(id, { body: "Too long", at: three.indexOf("# Three") });
  await talk.sayAbout(id);
  await talk.say(id, { body: "Good deck" });
  expect((await talk.threads(id)).map(({ slide, comments }) => [slide, comments[0]?.body])).toEqual([
    [null, "Good deck"],
    [1, "Is it?"],
    [2, "Too long"],
  ]);
});

test("a reply, a resolve and a new reply: the thread is open again", async () => {
  const id = await talk.openDeck();
  const { id: threadId } = await talk.sayAbout(id);
  await talk.reply(id, threadId, { body: "It is." });
  await talk.patch(id, threadId, { resolved: true }, talk.ben);
  expect(await talk.threads(id)).toMatchObject([
    { resolved: { by: "Ben" }, comments: [{ body: "Is it?" }, { body: "It is.", author: { name: "Ben" } }] },
  ]);
  const answer = await talk.reply(id, threadId, { body: "Still not." }, talk.cleo);
  expect([answer.status, commentThreadSchema.parse(await answer.json()).resolved]).toEqual([201, null]);
});

test("words are changed by who said them alone, and say so", async () => {
  const id = await talk.openDeck();
  const { id: threadId } = await talk.sayAbout(id);
  expect((await talk.patch(id, threadId, { body: "Was it?" }, talk.ana)).status).toBe(403);
  const changed = commentThreadSchema.parse(await (await talk.patch(id, threadId, { body: "Was it?" })).json());
  expect(changed.comments).toMatchObject([{ body: "Was it?", editedAt: expect.any(String) }]);
});

test("a comment is deleted by who said it or the owner; a thread with others' answers by the owner alone", async () => {
  const id = await talk.openDeck();
  const { id: threadId } = await talk.sayAbout(id);
  await talk.reply(id, threadId, { body: "It is." });
  const answers = [await talk.remove(id, threadId, talk.ben), await talk.remove(id, threadId, talk.cleo), await talk.remove(id, threadId, talk.ana)];
  expect(answers.map(({ status }) => status)).toEqual([403, 409, 204]);
  expect(await talk.threads(id)).toEqual([]);
});

test("who may look on alone neither sees comments nor makes any", async () => {
  const id = await talk.openDeck();
  const { id: threadId } = await talk.sayAbout(id);
  const answers = [
    await talk.get(id, talk.vera),
    await talk.post(id, { body: "Hello" }, talk.vera),
    await talk.reply(id, threadId, { body: "Hello" }, talk.vera),
    await talk.patch(id, threadId, { resolved: true }, talk.vera),
    await talk.remove(id, threadId, talk.vera),
  ];
  expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
});

test("a comment of one deck is not there in another", async () => {
  const [id, other] = [await talk.openDeck(), await talk.openDeck()];
  const { id: threadId } = await talk.sayAbout(id);
  const answers = [
    await talk.reply(other, threadId, { body: "Hello" }, talk.ana),
    await talk.patch(other, threadId, { resolved: true }, talk.ana),
    await talk.remove(other, threadId, talk.ana),
  ];
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
});

test("a range beyond the end is refused with a sentence", async () => {
  const id = await talk.openDeck();
  const answer = await talk.post(id, { body: "Hello", range: { start: 80, end: 300 } });
  expect([answer.status, await answer.json()]).toMatchObject([422, { detail: expect.stringMatching(/ends behind the text/) }]);
});

test("positions that are none are no harm: offsets and quote are there", async () => {
  const id = await talk.openDeck();
  const start = three.indexOf(quote);
  const thread = await talk.say(id, { body: "Is it?", range: { start, end: start + quote.length }, quote, anchor: { start: "AAAA", end: "////" } });
  expect(thread.range).toEqual({ start, end: start + quote.length });
});

test("whoever has the deck open is told to fetch comments when one is made, changed or deleted", async () => {
  const id = await talk.openDeck();
  const before = house.calls.length;
  const { id: threadId } = await talk.sayAbout(id);
  await talk.patch(id, threadId, { resolved: true });
  await talk.remove(id, threadId);
  expect(house.calls.slice(before)).toEqual(Array(3).fill(`hint ${id} comments`));
});
