import { expect, test } from "vitest";
import { createDeckCompiler } from "@/lib/deck";
import { deckLinter } from "@/lib/deck/linter";
import { pathologicalTexts, plainProse } from "@/tests/support/decks/pathological";

/** A text may take ten times what plain prose of its size takes. */
const maxTimes = 10;

/**
 * How often a text and prose take turns where the first look does not settle it. A text's first readings take three to
 * four times what later ones do, until the engine has compiled what they call; on a crowded machine that is ten turns.
 */
const maxTurns = 40;

/**
 * Processor time, in milliseconds, to read a text, render all of it, look for notices, and follow one keystroke. Both
 * kinds of time: the kernel tells them apart by samples, and for a few milliseconds only their sum is exact.
 */
function costMs(text: string): number {
  const start = process.cpuUsage();
  const compiler = createDeckCompiler({ linter: deckLinter });
  const { deck } = compiler.update(text);
  for (const slide of deck.slides) compiler.html(slide);
  const middle = text.length >> 1;
  const edited = compiler.update(`${text.slice(0, middle)}x${text.slice(middle)}`);
  // What is read last is counted in: notices are looked for when they are asked for.
  expect(deck.notices.length + edited.deck.notices.length).toBeGreaterThanOrEqual(0);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** Of ten readings of prose, one after the other: as long as a text at the bound, so that what disturbs one disturbs the other. */
function tenProsesMs(): number {
  let sum = 0;
  for (let reading = 0; reading < maxTimes; reading++) sum += costMs(plainProse);
  return sum;
}

const atBestMs = Math.min(...Array.from({ length: 4 }, tenProsesMs));

test.each(Object.entries(pathologicalTexts))("%s: within ten times plain prose of its size", { timeout: 0 }, (_name, text) => {
  expect(timesOf(text)).toBeLessThanOrEqual(maxTimes);
});

/**
 * Most texts are within the bound at the first look, beside prose at its best. The others take turns with prose, by the
 * least of each: whatever disturbs a measure makes it longer, and the machine's own changes of pace fall on both.
 */
function timesOf(text: string): number {
  const first = costMs(text) / atBestMs;
  let [ofText, ofProses] = [Infinity, Infinity];
  for (let turn = 0; first > 1 && turn < maxTurns && (turn < 2 || ofText > ofProses); turn++) {
    ofProses = Math.min(ofProses, tenProsesMs());
    ofText = Math.min(ofText, costMs(text));
  }
  return maxTimes * (first > 1 ? ofText / ofProses : first);
}
