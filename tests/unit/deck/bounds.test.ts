import { expect, test } from "vitest";
import { createDeckCompiler } from "@/lib/deck";
import { deckLinter } from "@/lib/deck/linter";
import { pathologicalTexts, plainProse } from "@/tests/support/decks/pathological";

/** A text may take ten times what plain prose of its size takes. */
const maxTimes = 10;

/** Processor time, in milliseconds, to read a text, render all of it, look for notices, and follow one keystroke. */
function costMs(text: string): number {
  const start = process.cpuUsage();
  const compiler = createDeckCompiler({ linter: deckLinter });
  const { deck } = compiler.update(text);
  for (const slide of deck.slides) compiler.html(slide);
  const middle = text.length >> 1;
  const edited = compiler.update(`${text.slice(0, middle)}x${text.slice(middle)}`);
  // What is read last is counted in: notices are looked for when they are asked for.
  expect(deck.notices.length + edited.deck.notices.length).toBeGreaterThanOrEqual(0);
  return process.cpuUsage(start).user / 1000;
}

costMs(plainProse);

test.each(Object.entries(pathologicalTexts))("%s: within ten times plain prose of its size", { timeout: 0 }, (_name, text) => {
  expect(timesOf(text, plainProse)).toBeLessThanOrEqual(maxTimes);
});

/** The machine's own changes of pace fall on both: prose is measured beside every text, and all of three turns counts where one seems too long. */
function timesOf(text: string, prose: string): number {
  const first = costMs(text) / costMs(prose);
  if (first <= maxTimes) return first;
  let [ofText, ofProse] = [0, 0];
  for (let turn = 0; turn < 3; turn++) {
    ofText += costMs(text);
    ofProse += costMs(prose);
  }
  return ofText / ofProse;
}
