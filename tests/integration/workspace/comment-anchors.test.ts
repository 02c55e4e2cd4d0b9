import { afterAll, beforeAll, expect, test } from "vitest";
import { renewDeck } from "@/lib/collab/server/renew";
import { createUpdateLog } from "@/lib/collab/server/update-log";
import { applyTextEdits, moveSlides, parseDeck } from "@/lib/deck";
import { deriveDeck } from "@/lib/workspace/decks/derive";
import { listSlides } from "@/lib/workspace/slides/list";
import { splitSlide } from "@/lib/workspace/slides/split";
import { keepVersion } from "@/lib/workspace/versions/keep";
import { restoreVersion } from "@/lib/workspace/versions/restore";
import { openHouse, userOf, type House } from "@/tests/integration/api/house";
import { openTalk, quote, type TalkingHouse } from "@/tests/integration/workspace/talk";

let house: House;
let talk: TalkingHouse;
beforeAll(async () => {
  house = await openHouse();
  talk = await openTalk(house);
});
afterAll(() => house.close());

test("[anchor 1] text that is written above takes the comment along", async () => {
  const id = await talk.openDeck();
  await talk.sayAbout(id);
  await talk.edit(id, (markdown) => `# Zero\n\nnew\n\n---\n\n${markdown}`);
  expect([await talk.heldWords(id), (await talk.threads(id))[0]?.slide]).toEqual([quote, 2]);
});

test("[anchor 2] text that changes inside widens and shrinks what the comment is about", async () => {
  const id = await talk.openDeck();
  await talk.sayAbout(id);
  await talk.edit(id, (markdown) => markdown.replace("cache is warm", "cache is very warm"));
  expect(await talk.heldWords(id)).toBe("cache is very warm");
  await talk.edit(id, (markdown) => markdown.replace("cache is very warm", "is very warm"));
  expect(await talk.heldWords(id)).toBe("is very warm");
});

test("[anchor 3] text that is deleted leaves the comment at its slide, with the words it spoke of", async () => {
  const id = await talk.openDeck();
  const { slideId } = await talk.sayAbout(id);
  await talk.edit(id, (markdown) => markdown.replace(` ${quote}`, ""));
  expect(await talk.threads(id)).toMatchObject([{ range: null, quote, slideId, slide: 1 }]);
});

test("[anchor 4] text that is deleted and undone has its comment again, also after it was changed", async () => {
  const id = await talk.openDeck();
  await talk.sayAbout(id);
  await talk.edit(id, (markdown) => markdown.replace(quote, "cache is very warm"));
  const { markdown: whole } = await house.runtime.collab.readDeck(id);
  await talk.edit(id, (markdown) => markdown.replace("the cache is very warm\n", ""));
  expect(await talk.heldWords(id)).toBeNull();
  await talk.edit(id, () => whole);
  expect(await talk.heldWords(id)).toBe("cache is very warm");
  await talk.edit(id, (markdown) => markdown.replace("very warm", "warm"));
  expect(await talk.heldWords(id)).toBe("cache is warm");
});

test("[anchor 5] text that is cut and pasted elsewhere takes the comment to its new slide", async () => {
  const id = await talk.openDeck();
  await talk.sayAbout(id);
  await talk.edit(id, (markdown) => markdown.replace(quote, ""));
  await talk.edit(id, (markdown) => `${markdown}\n${quote}\n`);
  expect([await talk.heldWords(id), (await talk.threads(id))[0]?.slideId]).toEqual([quote, (await talk.slideIds(id))[2]]);
});

test("of two equal words the one that was deleted takes its comment with it: the other is another", async () => {
  const id = await talk.openDeck("# One\n\nwarm\n\n---\n\n# Two\n\nwarm\n");
  await talk.sayAbout(id, "warm");
  await talk.edit(id, (markdown) => markdown.replace("warm\n\n---", "cold\n\n---"));
  expect(await talk.heldWords(id)).toBeNull();
});

test("comments go with a slide that moves, and with a slide that is split", async () => {
  const id = await talk.openDeck("# One\n\n## A\n\nalpha\n\n## B\n\nthe cache is warm\n\n---\n\n# Two\n");
  await talk.sayAbout(id);
  const [slideId] = await talk.slideIds(id);
  await talk.edit(id, (markdown) => applyTextEdits(markdown, moveSlides(parseDeck(markdown), [0], 1)));
  expect((await talk.threads(id))[0]).toMatchObject({ slideId, slide: 1 });
  const [, moved] = await listSlides(house.runtime, id);
  if (moved === undefined) throw new Error("no slide");
  await splitSlide(house.runtime, id, { slideId: moved.id, userId: userOf(talk.ben) });
  const ids = await talk.slideIds(id);
  expect([await talk.heldWords(id), (await talk.threads(id))[0]?.slideId]).toEqual([quote, ids.at(-1)]);
});

test("comments survive a restore and another text in between", async () => {
  const id = await talk.openDeck();
  await talk.sayAbout(id);
  const { version } = await keepVersion(house.runtime, id, { userId: userOf(talk.ana), name: undefined });
  await talk.edit(id, () => "# Another text altogether\n");
  expect(await talk.heldWords(id)).toBeNull();
  await restoreVersion(house.runtime, id, { versionId: version.id, userId: userOf(talk.ana), by: "Ana" });
  expect(await talk.heldWords(id)).toBe(quote);
});

test("a new generation of the document has its comments where they were, among equal words too", async () => {
  const id = await talk.openDeck("# One\n\nwarm, warm, warm\n\n---\n\n# Two\n\nwarm\n");
  await talk.say(id, { body: "Which?", range: { start: 13, end: 17 } });
  const { runtime } = house;
  const text = await renewDeck({ pool: runtime.pool, log: runtime.log, updateLog: createUpdateLog(runtime.pool, { node: "test" }) }, id);
  if (text === undefined) throw new Error("not renewed");
  await deriveDeck(runtime, id, text);
  expect((await talk.threads(id))[0]?.range).toEqual({ start: 13, end: 17 });
  await talk.edit(id, (markdown) => markdown.replace("# One", "# The one"));
  expect((await talk.threads(id))[0]?.range).toEqual({ start: 17, end: 21 });
});
