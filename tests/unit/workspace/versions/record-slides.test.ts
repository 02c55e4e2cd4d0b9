import { expect, test } from "vitest";
import { identifySlides } from "@/lib/workspace/versions/record-slides";

const rows = ["a", "b", "a"].map((text_hash, position) => ({ id: `id ${position}`, position, text_hash }));
const slides = (...hashes: readonly string[]) => hashes.map((textHash) => ({ textHash }));

test("slides of the settled text are those at their places", () => {
  expect(identifySlides(slides("a", "b", "a"), rows)).toEqual(["id 0", "id 1", "id 2"]);
});

test("slides that moved since are known by their text, and nobody's id is given twice", () => {
  expect(identifySlides(slides("b", "a", "a", "a"), rows)).toEqual(["id 1", "id 0", "id 2", undefined]);
});

test("the one slide that is being written in is known by its place", () => {
  expect(identifySlides(slides("a", "b!", "a"), rows)).toEqual(["id 0", "id 1", "id 2"]);
});

test("where slides came or went meanwhile nothing is guessed", () => {
  expect(identifySlides(slides("a", "b!"), rows)).toEqual(["id 0", undefined]);
});
