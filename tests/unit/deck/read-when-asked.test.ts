import { expect, test } from "vitest";
import { languageFor, type LinkDefinitions } from "@/lib/deck/language";
import { plainText } from "@/lib/deck/plain-text";
import { readSlideSource, type SlideSource } from "@/lib/deck/slide-source";

const text = "# On [the map][m]\n\nA way to [it][m], and ![a picture][m]\n\n- an [item][m]\n";
const deck: LinkDefinitions = new Map([["m", { href: "https://example.org" }]]);

const alone = (source: SlideSource) => source.blocks.map(({ token }) => plainText(token));
const inDeck = (source: SlideSource) => source.blocksWith(deck).map(({ token }) => plainText(token));
const read = () => readSlideSource(text, { breaks: false });

test("blocks read with the deck's definitions hold its links, those without them their words in brackets", () => {
  expect([alone(read()).join(""), inDeck(read()).join("")]).toEqual([
    expect.stringContaining("On [the map][m]"),
    expect.stringMatching(/^On the mapA way to it, and an item$/),
  ]);
});

test("who is asked first changes nothing", () => {
  const [one, other] = [read(), read()];
  const first = [alone(one), inDeck(one), alone(one), inDeck(one)];
  const second = [inDeck(other), alone(other), inDeck(other), alone(other)];
  expect(second).toEqual([first[1], first[0], first[1], first[0]]);
});

test("a task that its list holds apart keeps its box when it is read again with the deck's definitions", () => {
  const tasks = "- [ ] see [it][m]\n\n- [x] done\n";
  const language = languageFor({ breaks: false });
  const source = readSlideSource(tasks, { breaks: false });
  const shown = language.renderTokens(source.blocksWith(deck).map(({ token }) => token));
  expect(shown).toBe(language.renderTokens(language.lexSlide(tasks, deck)));
});

test("the title and the words are the slide's own, whatever its rendering was given", () => {
  const source = read();
  source.blocksWith(deck);
  expect([source.title, source.words]).toEqual([read().title, read().words]);
});
