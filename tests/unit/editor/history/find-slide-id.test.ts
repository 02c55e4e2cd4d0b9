import { expect, test } from "vitest";
import { findSlideIds } from "@/components/editor/history/find-slide-id";
import { slideListSchema } from "@/lib/api/slides";
import { parseDeck } from "@/lib/deck";

const settled = slideListSchema.parse({
  slides: ["# One", "# Two", "# One"].map((text, position) => ({
    id: `00000000-0000-4000-8000-00000000000${position}`,
    position,
    text,
    textHash: text,
  })),
});
const idAt = (position: number) => settled.slides[position]?.id;

test("a slide is the settled one with its text, at its place where several have it", () => {
  const deck = parseDeck("# One\n\n---\n\n# Two\n\n---\n\n# One\n");
  expect(findSlideIds(deck, settled)).toEqual([idAt(0), idAt(1), idAt(2)]);
});

test("a slide that moved a moment ago is found by its text, one that is being written in by its place", () => {
  expect(findSlideIds(parseDeck("# Two\n\n---\n\n# One\n\n---\n\n# One\n"), settled)).toEqual([idAt(1), idAt(0), idAt(2)]);
  expect(findSlideIds(parseDeck("# One\n\n---\n\n# Two, changed\n\n---\n\n# One\n"), settled)).toEqual([idAt(0), idAt(1), idAt(2)]);
});

test("no two slides are the same one", () => {
  expect(findSlideIds(parseDeck("# One\n\n---\n\n# One\n\n---\n\n# One\n"), settled)).toEqual([idAt(0), idAt(1), idAt(2)]);
});

test("a slide that has not settled has no id yet", () => {
  const deck = parseDeck("# One\n\n---\n\n# Two\n\n---\n\n# One\n\n---\n\n# New\n");
  expect(findSlideIds(deck, settled)[3]).toBeUndefined();
});
