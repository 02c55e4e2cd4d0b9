import { expect, test } from "vitest";
import { matchSlides } from "@/components/editor/history/match-slides";

const slides = (...titles: readonly string[]) => titles.map((each) => ({ text: `# ${each}`, title: each.replace(/ .*/, "") }));

test("equal texts are the same slides", () => {
  expect(matchSlides(slides("A", "B"), slides("A", "B"))).toEqual([
    { kind: "same", before: 0, after: 0 },
    { kind: "same", before: 1, after: 1 },
  ]);
});

test("a slide with the same title and another text has changed", () => {
  expect(matchSlides(slides("A", "B then"), slides("A", "B now"))).toContainEqual({ kind: "changed", before: 1, after: 1 });
});

test("a slide without a like one, between the same two others, has changed", () => {
  expect(matchSlides(slides("A", "B", "C"), slides("A", "X", "C"))).toContainEqual({ kind: "changed", before: 1, after: 1 });
});

test("one slide that went elsewhere has moved, and those that it passed have not", () => {
  expect(matchSlides(slides("A", "B", "C", "D"), slides("A", "C", "D", "B")).map(({ kind }) => kind)).toEqual(["same", "same", "same", "moved"]);
});

test("a slide can have moved and changed", () => {
  const changes = matchSlides(slides("A", "B then", "C", "D"), slides("A", "C", "D", "B now"));
  expect(changes.at(-1)).toEqual({ kind: "moved and changed", before: 1, after: 3 });
});

test("a removed slide stands behind the one that it followed, an added one in its own place", () => {
  expect(matchSlides(slides("A", "B", "C", "D"), slides("A", "C", "D", "E"))).toEqual([
    { kind: "same", before: 0, after: 0 },
    { kind: "removed", before: 1 },
    { kind: "same", before: 2, after: 1 },
    { kind: "same", before: 3, after: 2 },
    { kind: "added", after: 3 },
  ]);
});

test("of equal slides each is matched once", () => {
  expect(matchSlides(slides("A", "A", "A"), slides("A", "A"))).toEqual([
    { kind: "same", before: 0, after: 0 },
    { kind: "same", before: 1, after: 1 },
    { kind: "removed", before: 2 },
  ]);
});

test("every slide of both decks is told of once, whatever became of them", () => {
  const before = slides("A", "B", "C then", "D", "E", "F");
  const after = slides("F", "X", "C now", "A", "Y", "Z", "E");
  const changes = matchSlides(before, after);
  expect(changes.flatMap((change) => ("after" in change ? [change.after] : []))).toEqual(after.map((_, index) => index));
  expect(changes.flatMap((change) => ("before" in change ? [change.before] : [])).toSorted((a, b) => a - b)).toEqual(before.map((_, index) => index));
});

const known = (...ids: readonly string[]) => ids.map((each) => ({ text: `# ${each}`, title: each, id: each.charAt(0) }));

test("a slide that is known by its id is the same one, whatever it is called now and wherever it went", () => {
  expect(matchSlides(known("A", "B then", "C", "D"), known("A", "C", "D", "B with another title"))).toEqual([
    { kind: "same", before: 0, after: 0 },
    { kind: "same", before: 2, after: 1 },
    { kind: "same", before: 3, after: 2 },
    { kind: "moved and changed", before: 1, after: 3 },
  ]);
});

test("of slides with one title each is the one with its id", () => {
  const demo = (id: string, text: string) => ({ id, text, title: "Demo" });
  expect(matchSlides([demo("A", "first"), demo("B", "second")], [demo("B", "second, changed"), demo("A", "first, changed")])).toMatchObject([
    { before: 1, after: 0 },
    { before: 0, after: 1 },
  ]);
});

test("two slides with ids of their own are not one that changed, for all that they share a title or a place", () => {
  const before = [...known("A"), { text: "a demo", title: "Demo", id: "B" }, ...known("C")];
  const after = [...known("A"), { text: "another", title: "Demo", id: "X" }, ...known("C")];
  expect(matchSlides(before, after).map(({ kind }) => kind)).toEqual(["same", "removed", "added", "same"]);
});

test("a slide whose text lives on in a copy of it has moved there", () => {
  const before = [{ text: "# A", title: "A", id: "A" }, ...known("B")];
  expect(matchSlides(before, [...known("B"), { text: "# A", title: "A", id: "copy" }]).map(({ kind }) => kind)).toEqual(["same", "moved"]);
});
