import fc from "fast-check";
import { expect, test } from "vitest";
import { mergeDecks } from "@/lib/deck";

const deck = (...slides: readonly string[]) => `---\ntitle: A talk\n---\n\n${slides.join("\n\n---\n\n")}\n`;
const one = "# The first slide\n\nWords on boats and rivers.";
const two = "## The second slide\n\n- alpha\n- beta\n- gamma";
const three = "## The third slide\n\nA closing line on mills.";
const base = deck(one, two, three);

test("changes of different slides both survive", () => {
  const mine = deck(one, two.replace("beta", "beta, mine"), three);
  const theirs = deck(one, two, three.replace("mills", "bridges"));
  expect(mergeDecks(base, { mine, theirs })).toEqual({
    text: deck(one, two.replace("beta", "beta, mine"), three.replace("mills", "bridges")),
    conflicts: [],
  });
});

test("changes of different lines of one slide both survive", () => {
  const mine = deck(one, two.replace("alpha", "alpha, mine"), three);
  const theirs = deck(one, two.replace("gamma", "gamma, theirs"), three);
  expect(mergeDecks(base, { mine, theirs }).text).toBe(deck(one, two.replace("alpha", "alpha, mine").replace("gamma", "gamma, theirs"), three));
});

test("where both changed the same line theirs stays, no marker is in the text, and mine is told with its place", () => {
  const theirs = deck(one, two.replace("beta", "beta, theirs"), three);
  const { text, conflicts } = mergeDecks(base, { mine: deck(one, two.replace("beta", "beta, mine"), three), theirs });
  expect(text).toBe(theirs);
  expect(conflicts.map(({ mine, start, end }) => [mine, text.slice(start, end)])).toEqual([["- beta, mine\n", "- beta, theirs"]]);
});

test("slides that both added come both, and deleted ones go", () => {
  const mine = deck(one, "## Added by me\n\nAbout lanterns.", two);
  const theirs = deck("## Added by them\n\nAbout anchors.", one, two, three);
  expect(mergeDecks(base, { mine, theirs })).toEqual({
    text: deck("## Added by them\n\nAbout anchors.", one, "## Added by me\n\nAbout lanterns.", two),
    conflicts: [],
  });
});

test("a slide that one deleted and the other changed stays", () => {
  const changed = three.replace("mills", "mills and more");
  expect(mergeDecks(base, { mine: deck(one, two), theirs: deck(one, two, changed) }).text).toContain("mills and more");
  expect(mergeDecks(base, { mine: deck(one, two, changed), theirs: deck(one, two) }).text).toContain("mills and more");
});

test("front matter is merged by line", () => {
  const mine = base.replace("title: A talk", "title: A talk\ntheme: ink");
  const theirs = base.replace("# The first slide", "# The very first slide");
  expect(mergeDecks(base, { mine, theirs }).text).toBe(mine.replace("# The first slide", "# The very first slide"));
});

test("breaks in code are no breaks", () => {
  const code = "## Code\n\n```\na\n\n---\n\nb\n```";
  const source = deck(one, code);
  expect(mergeDecks(source, { mine: deck(one, code.replace("a\n", "a2\n")), theirs: deck(one.replace("boats", "ships"), code) }).text).toBe(
    deck(one.replace("boats", "ships"), code.replace("a\n", "a2\n")),
  );
});

const lines = fc
  .array(fc.constantFrom("# A", "text", "- item", "", "---", "```", "more words", "***"), { maxLength: 14 })
  .map((all) => all.join("\n"));

test("what only one side changed is what comes out, whatever it is", () => {
  fc.assert(
    fc.property(lines, lines, (from, to) => {
      expect(mergeDecks(from, { mine: to, theirs: from })).toEqual({ text: to, conflicts: [] });
      expect(mergeDecks(from, { mine: from, theirs: to })).toEqual({ text: to, conflicts: [] });
      expect(mergeDecks(from, { mine: to, theirs: to })).toEqual({ text: to, conflicts: [] });
    }),
  );
});

/** A text with lines of its own put in, each of which is nowhere else. */
const changed = (from: string, places: readonly number[], name: string) => {
  const all = from.split("\n");
  for (const [index, place] of places.entries()) all.splice(place % (all.length + 1), 0, `${name} ${index}.`);
  return { text: all.join("\n"), added: places.map((_place, index) => `${name} ${index}.`) };
};

test("no line that anybody added is lost: it is in the text, or told", () => {
  const places = fc.array(fc.nat(20), { maxLength: 4 });
  fc.assert(
    fc.property(lines, places, places, (from, ours, others) => {
      const [mine, theirs] = [changed(from, ours, "Mine"), changed(from, others, "Theirs")];
      const { text, conflicts } = mergeDecks(from, { mine: mine.text, theirs: theirs.text });
      const told = conflicts.map((conflict) => conflict.mine).join("\n");
      expect(theirs.added.filter((line) => !text.includes(line))).toEqual([]);
      expect(mine.added.filter((line) => !text.includes(line) && !told.includes(line))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});
