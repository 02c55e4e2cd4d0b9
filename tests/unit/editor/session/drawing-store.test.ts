import { expect, test } from "vitest";
import * as Y from "yjs";
import { createDrawingStore } from "@/components/editor/session/drawing-store";
import { createLiveDeck } from "@/components/editor/session/live-deck";
import { createDeckCompiler } from "@/lib/deck";
import { deckLinter } from "@/lib/deck/linter";

const talk = "# Words\n\n[TODO]\n\n---\n\n$x$\n\n---\n\n```mermaid\npie\n```";

function open() {
  const text = new Y.Doc().getText("markdown");
  text.insert(0, talk);
  const live = createLiveDeck({ text, compiler: createDeckCompiler(), initialMarkdown: undefined, schedule: () => () => undefined });
  const told: string[] = [];
  const { keys, deck } = live.snapshot();
  keys.forEach((key, index) => live.subscribeSlide(key, () => told.push(`slide ${index + 1}`)));
  return { live, deck, told, drawings: createDrawingStore(live) };
}

test("a slide is settled once its formulas are set and its diagrams are drawn or given up", () => {
  const { deck, drawings } = open();
  const settled = () => deck.slides.map((slide) => drawings.isSettled(slide.parts));
  expect(settled()).toEqual([true, false, false]);
  drawings.setMath({ renderMath: (tex) => tex, problemOf: () => undefined, refusedIn: () => [] });
  expect(settled()).toEqual([true, true, false]);
  const hash = deck.slides[2]?.parts.diagrams[0]?.hash ?? "";
  drawings.putDiagrams(new Map([[hash, { state: "failed", message: "No.", line: 1 }]]));
  expect(settled()).toEqual([true, true, true]);
});

test("only the slides that a drawing touches hear of it, and their keys stay", () => {
  const { live, deck, told, drawings } = open();
  const { keys } = live.snapshot();
  drawings.setMath({ renderMath: (tex) => tex, problemOf: () => undefined, refusedIn: () => [] });
  expect(told).toEqual(["slide 2"]);
  drawings.putDiagrams(new Map([[deck.slides[2]?.parts.diagrams[0]?.hash ?? "", { state: "drawn", svg: "<svg></svg>" }]]));
  expect(told).toEqual(["slide 2", "slide 3"]);
  expect(live.snapshot().keys).toBe(keys);
  expect(keys.map((key) => live.revision(key))).toEqual([0, 1, 1]);
});

test("notices are there as soon as what finds them is, and no slide is drawn anew for it", () => {
  const { live, told, drawings } = open();
  expect([live.snapshot().deck.notices, drawings.linter()]).toEqual([[], undefined]);
  drawings.setLinter(deckLinter);
  expect(live.snapshot().deck.notices.map(({ code }) => code)).toContain("leftover");
  expect([told, drawings.linter()]).toEqual([[], deckLinter]);
});
