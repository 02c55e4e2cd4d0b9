import fc from "fast-check";
import { expect, test } from "vitest";
import { leastEdits } from "@/lib/collab/server/least-edit";
import type { TextEdit } from "@/lib/deck";
import { startHistory } from "@/tests/support/slide-history";

// A whole text that takes another's place (a push, a restore, a call of the API) comes as the least edit by characters, which
// leaves characters of one slide in others. SLIDE_RUNS=2000 makes a long form of it.
const numRuns = Number(process.env["SLIDE_RUNS"] ?? 40);

const word = fc.constantFrom("the", "a", "and", "of", "team", "plan", "cost", "time", "risk", "goal", "server", "cache", "query", "index", "budget");
const paragraph = fc.array(word, { minLength: 2, maxLength: 12 }).map((words) => words.join(" "));
const slide = fc.record({ title: word, body: fc.array(paragraph, { minLength: 1, maxLength: 3 }) });

/** Slides in another order, one of them with a line more. */
const rewriteArb = fc.array(slide, { minLength: 3, maxLength: 8 }).chain((slides) => {
  const texts = slides.map(({ title, body }, index) => `# ${title} ${index}\n\n${body.join("\n\n")}`);
  const order = fc.shuffledSubarray([...texts.keys()], { minLength: texts.length });
  return fc.record({ texts: fc.constant(texts), order, edited: fc.nat(texts.length - 1) });
});

test("slides of a text that takes another's place keep their ids, in whatever order, and one that was edited too", () => {
  fc.assert(
    fc.property(rewriteArb, ({ texts, order, edited }) => {
      const before = join(texts);
      const after = join(order.map((index) => `${texts[index] ?? ""}${index === edited ? "\n\nplus a line that nobody wrote before" : ""}`));
      const history = startHistory(before, 1);
      const ids = history.settle();
      history.edit(0, editsBetween(before, after));
      expect(history.deck(0).source).toBe(after);
      expect(history.settle()).toEqual(order.map((index) => ids[index]));
    }),
    { numRuns },
  );
});

function join(texts: readonly string[]): string {
  return `${texts.join("\n\n---\n\n")}\n`;
}

/** Each at its place in the text before all of them. */
function editsBetween(before: string, after: string): readonly TextEdit[] {
  let grown = 0;
  return leastEdits(before, after).map(({ at, deleted, inserted }) => {
    const start = at - grown;
    grown += inserted.length - deleted;
    return { start, end: start + deleted, text: inserted };
  });
}
