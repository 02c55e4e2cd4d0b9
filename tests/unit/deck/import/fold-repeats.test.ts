import { expect, test } from "vitest";
import { importDeck } from "@/lib/deck";

const slide = "---\nglow: 1\n---\n\n# One\n";

test("a sentence that many slides earn is said once, at its first place, with how many more there are", () => {
  const { notices } = importDeck(`---\ndrawings: {}\n---\n\n# One\n\n${slide.repeat(5)}`, "slidev");
  const glows = notices.filter(({ message }) => message.startsWith('"glow"'));
  expect(glows.map(({ message, range }) => [message, range.startLine])).toEqual([
    ['"glow" has no word here; it is kept on the slide and does nothing. (4 more like this.)', 8],
  ]);
});

test("a few of the same stand each at its own place", () => {
  const { notices } = importDeck(`---\ndrawings: {}\n---\n\n# One\n\n${slide.repeat(3)}`, "slidev");
  expect(notices.filter(({ message }) => message.startsWith('"glow"')).map(({ range }) => range.startLine)).toEqual([8, 13, 18]);
});
