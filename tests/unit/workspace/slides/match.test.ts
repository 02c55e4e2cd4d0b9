import { expect, test } from "vitest";
import type { TextEdit } from "@/lib/deck";
import { startHistory } from "@/tests/support/slide-history";

const deck = "# One\n\nfirst text\n\n---\n\n# Two\n\nsecond text\n\n---\n\n# Three\n\nthird text\n";

/** The ids before and after what one person does to a text. */
function follow(markdown: string, ...edits: readonly ((source: string) => readonly TextEdit[])[]): readonly (readonly string[])[] {
  const history = startHistory(markdown, 1);
  return [
    history.settle(),
    ...edits.map((edit) => {
      history.edit(0, edit(history.deck(0).source));
      return history.settle();
    }),
  ];
}

function replace(old: string, text: string): (source: string) => readonly TextEdit[] {
  return (source) => {
    const start = source.indexOf(old);
    if (start === -1) throw new Error(`no ${old}`);
    return [{ start, end: start + old.length, text }];
  };
}

function insertBefore(marker: string, text: string): (source: string) => readonly TextEdit[] {
  return (source) => replace(marker, text)(source).map((edit) => ({ ...edit, end: edit.start }));
}

test("every slide of a new deck has an id of its own", () => {
  expect(follow(deck)).toEqual([["slide 1", "slide 2", "slide 3"]]);
});

test("a new title is no new slide", () => {
  expect(follow("# One\n\n---\n\n# Two\n", replace("One", "Uno"))[1]).toEqual(["slide 1", "slide 2"]);
});

test("an empty slide keeps its id when it is written, and when another is put before it", () => {
  expect(follow("# One\n\n---\n\n---\n\n# Two\n", insertBefore("\n---\n\n# Two", "# New\n"))[1]).toEqual(["slide 1", "slide 2", "slide 3"]);
  expect(follow("# One\n\n---\n", replace("One", "One\n\n---\n\n# Between"))[1]).toEqual(["slide 1", "slide 3", "slide 2"]);
});

test("a slide written before another, at its first character, is the new one", () => {
  expect(follow(deck, replace("Two", "New\n\n---\n\n# Two"))[1]).toEqual(["slide 1", "slide 4", "slide 2", "slide 3"]);
});

test("slides that change places keep their ids, also where the edit leaves characters of one in the other", () => {
  const swap = (source: string) => [...replace("One\n\nfirst", "Two\n\nsecond")(source), ...replace("Two\n\nsecond", "One\n\nfirst")(source)];
  expect(follow(deck, swap)[1]).toEqual(["slide 2", "slide 1", "slide 3"]);
});

test("a slide split before its title leaves the id with the title", () => {
  expect(follow("Before it.\n\n# One\n\ntext\n", replace("# One", "---\n\n# One"))[1]).toEqual(["slide 2", "slide 1"]);
});

test("slides that became one keep the id of the first, and the other finds its own when they are split again", () => {
  const join = replace("first text\n\n---\n\n", "first text\n\n");
  const split = replace("# Two", "---\n\n# Two");
  expect(follow(deck, join, split).slice(1)).toEqual([
    ["slide 1", "slide 3"],
    ["slide 1", "slide 2", "slide 3"],
  ]);
});

test("of a slide without a title and one with it the id of the one with the title stays", () => {
  expect(follow("Only words.\n\n---\n\n# Two\n\ntext\n", replace("Only words.\n\n---\n\n", "Only words.\n\n"))[1]).toEqual(["slide 2"]);
});

test("a slide moved and edited at once is known by its words", () => {
  const moved = (source: string) => [
    ...replace("# One\n\nfirst text\n\n---\n\n", "")(source),
    { start: source.length, end: source.length, text: "\n---\n\n# One\n\nfirst texts\n" },
  ];
  expect(follow(deck, moved)[1]).toEqual(["slide 2", "slide 3", "slide 1"]);
});

test("a copy of a short slide is new, also when the original is edited before the text settles", () => {
  const copy = (source: string) => [...replace("Two", "Twice")(source), { start: source.length, end: source.length, text: "\n---\n\n# Two\n" }];
  expect(follow("# One\n\n---\n\n# Two\n", copy)[1]).toEqual(["slide 1", "slide 2", "slide 3"]);
});

test("a slide that was edited and deleted before anything settled is known when it comes back", () => {
  const history = startHistory(deck, 2);
  history.settle();
  history.edit(0, replace("second text", "second text, longer")(history.deck(0).source));
  history.edit(0, replace("# Two\n\nsecond text, longer\n\n---\n\n", "")(history.deck(0).source));
  expect(history.settle()).toEqual(["slide 1", "slide 3"]);
  history.undo(0);
  expect(history.settle()).toEqual(["slide 1", "slide 2", "slide 3"]);
});

test("a slide in which nothing of the old one is left takes over its id where its first character does", () => {
  expect(follow(deck, replace("Two\n\nsecond text", "Quite different\n\nwords altogether"))[1]).toEqual(["slide 1", "slide 2", "slide 3"]);
});

test("slides with the same words in another order are told apart when both are moved", () => {
  const markdown = "# Stay\n\n---\n\nred green\n\n---\n\ngreen red\n\n---\n\n# End\n";
  const moved = (source: string) => [
    ...replace("red green\n\n---\n\ngreen red\n\n---\n\n", "")(source),
    { start: source.length, end: source.length, text: "\n---\n\ngreen red\n\n---\n\nred green\n" },
  ];
  expect(follow(markdown, moved)[1]).toEqual(["slide 1", "slide 4", "slide 3", "slide 2"]);
});

test("a slide that became part of another and was rewritten there finds its id when it is split off again", () => {
  const join = replace("first text\n\n---\n\n", "first text\n\n");
  const rewrite = replace("Two\n\nsecond text", "Quite different\n\nwords altogether");
  expect(follow(deck, join, rewrite, insertBefore("# Quite", "---\n\n")).at(-1)).toEqual(["slide 1", "slide 2", "slide 3"]);
});

test("slides without a word are known by their text when they are moved", () => {
  const moved = (source: string) => [...replace("★ ★\n\n---\n\n", "")(source), { start: source.length, end: source.length, text: "\n---\n\n★ ★\n" }];
  expect(follow("★ ★\n\n---\n\n→ →\n", moved)[1]).toEqual(["slide 2", "slide 1"]);
});

test("a slide that comes to read like another that stays keeps its id, though a deleted one read the same", () => {
  const markdown = "# A\n\n---\n\n# B\n\n---\n\n# A\n";
  expect(follow(markdown, replace("\n---\n\n# A\n", ""), replace("B", "A")).at(-1)).toEqual(["slide 1", "slide 2"]);
});
