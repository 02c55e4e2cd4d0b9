import fc from "fast-check";
import { expect, test } from "vitest";
import { deleteSlides, duplicateSlides, moveSlides, slideCores, type TextEdit } from "@/lib/deck";
import { startHistory, type SlideHistory } from "@/tests/support/slide-history";
import { anyEdit } from "@/tests/support/decks/edits";

// Rules of slide identity on random histories of three people. Where one fails, fast-check prints seed and path.
// SLIDE_RUNS=2000 makes a long form of it.
const people = 3;
const numRuns = Number(process.env["SLIDE_RUNS"] ?? 20);

const word = fc.constantFrom("team", "plan", "cost", "time", "risk", "goal", "next", "data", "user", "test", "ship", "learn");
const paragraph = fc.array(word, { minLength: 2, maxLength: 9 }).map((words) => words.join(" "));
const body = fc.array(paragraph, { minLength: 1, maxLength: 3 });

/** Every slide has a title of its own; their texts share their words. */
const deckArb = fc
  .array(fc.record({ lead: fc.option(paragraph, { nil: undefined, freq: 4 }), body }), { minLength: 3, maxLength: 7 })
  .map((slides) =>
    slides.map(({ lead, body: own }, index) => [...(lead === undefined ? [] : [lead]), `# Topic ${index}`, ...own].join("\n\n")).join("\n\n---\n\n"),
  );

const share = fc.double({ min: 0, max: 0.999, noNaN: true });
const by = fc.nat(people - 1);

/** Typing in a slide's paragraphs: a few letters in, or a few of one line out. */
const typing = fc.record({ by, slide: share, at: share, text: fc.constantFrom("a", "new ", "some words ", " and", "x"), remove: fc.nat(3) });
type Typing = typeof typing extends fc.Arbitrary<infer T> ? T : never;

const step = fc.oneof(
  fc.record({ kind: fc.constant("type" as const), typing: fc.array(typing, { minLength: 1, maxLength: 5 }) }),
  fc.record({ kind: fc.constant("move" as const), by, slide: share, to: share }),
  fc.record({ kind: fc.constant("duplicate" as const), by, slide: share }),
  fc.record({ kind: fc.constant("delete" as const), by, slide: share }),
  fc.record({ kind: fc.constant("split" as const), by, slide: share, at: share }),
  fc.record({ kind: fc.constant("merge" as const), by, slide: share }),
  fc.record({ kind: fc.constant("undo" as const), by }),
  fc.record({ kind: fc.constant("redo" as const), by }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const past = fc.array(step, { maxLength: 6 });

/** Several things that several people do before anybody settles, and then more. */
function begin(markdown: string, steps: readonly Step[]): SlideHistory {
  const history = startHistory(markdown, people);
  history.settle();
  for (const each of steps) {
    play(history, each);
    history.settle();
  }
  return history;
}

function play(history: SlideHistory, each: Step): void {
  if (each.kind === "type") for (const one of each.typing) type(history, one);
  else if (each.kind === "undo") history.undo(each.by);
  else if (each.kind === "redo") history.redo(each.by);
  else history.edit(each.by, editsOf(history, each));
}

function editsOf(history: SlideHistory, each: Exclude<Step, { kind: "type" | "undo" | "redo" }>): readonly TextEdit[] {
  const deck = history.deck(each.by);
  const slide = pick(each.slide, deck.slides.length);
  switch (each.kind) {
    case "move":
      return moveSlides(deck, [slide], pick(each.to, deck.slides.length));
    case "duplicate":
      return duplicateSlides(deck, [slide]);
    case "delete":
      return deck.slides.length > 1 ? deleteSlides(deck, [slide]) : [];
    case "split": {
      const cut = cutOf(history, each.by, { slide, at: each.at });
      return cut === undefined ? [] : [{ start: cut, end: cut, text: "---\n\n" }];
    }
    case "merge":
      return joinOf(history, each.by, slide);
  }
}

function pick(of: number, count: number): number {
  return Math.floor(of * count);
}

/** Where a blank line of the slide ends. */
function cutOf(history: SlideHistory, person: number, { slide, at }: { readonly slide: number; readonly at: number }): number | undefined {
  const deck = history.deck(person);
  const core = slideCores(deck)[slide];
  if (core === undefined) return undefined;
  const text = deck.source.slice(core.start, core.end);
  const cuts = [...text.matchAll(/\n\n/g)].map(({ index }) => core.start + index + 2);
  return cuts[pick(at, cuts.length)];
}

/** The break between a slide and the next one, with its blank lines, becomes a blank line. */
function joinOf(history: SlideHistory, person: number, slide: number): readonly TextEdit[] {
  const cores = slideCores(history.deck(person));
  const [first, second] = [cores[slide], cores[slide + 1]];
  return first === undefined || second === undefined ? [] : [{ start: first.end, end: second.start, text: "\n\n" }];
}

/** Types in a paragraph below the title, never at a line's beginning, where it could make another block. */
function type(
  history: SlideHistory,
  { by: person, slide, at, text, remove }: Typing,
  { except }: { readonly except?: readonly number[] } = {},
): void {
  const deck = history.deck(person);
  const index = pick(slide, deck.slides.length);
  const core = slideCores(deck)[index];
  if (core === undefined || except?.includes(index) === true) return;
  const own = deck.source.slice(core.start, core.end);
  const lines = [...own.matchAll(/^[a-z].*$/gm)];
  const line = lines[pick(at, lines.length)];
  if (line === undefined) return;
  const start = core.start + line.index + 1 + pick(at, line[0].length - 1);
  const end = Math.min(start + remove, core.start + line.index + line[0].length);
  history.edit(person, [{ start, end, text }]);
}

function titleAt(history: SlideHistory, slide: number): string {
  return history.deck(0).slides[slide]?.title ?? "";
}

test("no two slides have one id, and each has one, whatever people do to the text", () => {
  fc.assert(
    fc.property(
      deckArb,
      fc.array(fc.oneof(step, fc.record({ kind: fc.constant("any" as const), by, edit: anyEdit })), { maxLength: 10 }),
      (markdown, steps) => {
        const history = begin(markdown, []);
        for (const each of steps) {
          if (each.kind === "any") {
            const { source } = history.deck(each.by);
            history.edit(each.by, [{ start: 0, end: source.length, text: each.edit(source).replaceAll("\r\n", "\n") }]);
          } else play(history, each);
          const ids = history.settle();
          expect(ids).toHaveLength(history.deck(0).slides.length);
          expect(new Set(ids).size).toBe(ids.length);
          expect(ids.every((id) => id !== "")).toBe(true);
        }
      },
    ),
    { numRuns },
  );
});

test("typing changes nobody's id, however many type at once", () => {
  fc.assert(
    fc.property(deckArb, past, fc.array(typing, { minLength: 1, maxLength: 12 }), (markdown, steps, typed) => {
      const history = begin(markdown, steps);
      const before = history.ids();
      for (const one of typed) type(history, one);
      expect(history.settle()).toEqual(before);
    }),
    { numRuns },
  );
});

test("a text that settles again keeps every id", () => {
  fc.assert(
    fc.property(deckArb, past, (markdown, steps) => {
      const history = begin(markdown, steps);
      const before = history.ids();
      expect(history.settle()).toEqual(before);
    }),
    { numRuns },
  );
});

test("a slide that is moved keeps its id, and so do all others, while co-authors type", () => {
  fc.assert(
    fc.property(deckArb, past, by, share, share, fc.array(typing, { maxLength: 4 }), (markdown, steps, mover, from, to, typed) => {
      const history = begin(markdown, steps);
      const before = history.ids();
      const deck = history.deck(mover);
      const slide = pick(from, before.length);
      const target = pick(to, before.length);
      for (const one of typed) if (one.by !== mover) type(history, one, { except: [slide] });
      history.edit(mover, moveSlides(deck, [slide], target));
      const expected = before.toSpliced(slide, 1).toSpliced(target, 0, before[slide] ?? "");
      expect(history.settle()).toEqual(expected);
    }),
    { numRuns },
  );
});

test("the part of a split slide that has the title keeps the id, the other is new, while co-authors type", () => {
  fc.assert(
    fc.property(deckArb, past, by, share, share, fc.array(typing, { maxLength: 4 }), (markdown, steps, splitter, at, where, typed) => {
      const history = begin(markdown, steps);
      const before = history.ids();
      const slide = pick(at, before.length);
      const title = titleAt(history, slide);
      const cut = cutOf(history, splitter, { slide, at: where });
      fc.pre(cut !== undefined);
      for (const one of typed) if (one.by !== splitter) type(history, one, { except: [slide] });
      history.edit(splitter, [{ start: cut, end: cut, text: "---\n\n" }]);
      const after = history.settle();
      const keeper = titleAt(history, slide) === title ? slide : slide + 1;
      const other = keeper === slide ? slide + 1 : slide;
      expect(after.toSpliced(other, 1)).toEqual(before);
      expect(before).not.toContain(after[other]);
    }),
    { numRuns },
  );
});

test("slides that become one keep the id of the part whose title shows, else the first one's, while co-authors type", () => {
  fc.assert(
    fc.property(deckArb, past, by, share, fc.array(typing, { maxLength: 4 }), (markdown, steps, merger, at, typed) => {
      const history = begin(markdown, steps);
      const before = history.ids();
      fc.pre(before.length > 1);
      const slide = pick(at, before.length - 1);
      const titles = [titleAt(history, slide), titleAt(history, slide + 1)];
      const join = joinOf(history, merger, slide);
      for (const one of typed) if (one.by !== merger) type(history, one, { except: [slide, slide + 1] });
      history.edit(merger, join);
      const after = history.settle();
      const keeper = titleAt(history, slide) === titles[1] && titles[0] !== titles[1] ? 1 : 0;
      expect(after).toEqual(before.toSpliced(slide, 2, before[slide + keeper] ?? ""));
    }),
    { numRuns },
  );
});

test("a pasted copy gets an id that no slide has, and its original keeps its own, while co-authors type in others", () => {
  fc.assert(
    fc.property(deckArb, past, by, share, share, fc.array(typing, { maxLength: 4 }), (markdown, steps, copier, at, to, typed) => {
      const history = begin(markdown, steps);
      const before = history.ids();
      const deck = history.deck(copier);
      const slide = pick(at, before.length);
      const core = slideCores(deck)[slide];
      const target = pick(to, before.length);
      const targetCore = slideCores(deck)[target];
      // Of empty slides nobody can say which one is the copy.
      fc.pre(core !== undefined && core.end > core.start && targetCore !== undefined && targetCore.end > targetCore.start);
      const place = targetCore.start;
      for (const one of typed) if (one.by !== copier) type(history, one, { except: [slide] });
      history.edit(copier, [{ start: place, end: place, text: `${deck.source.slice(core.start, core.end)}\n\n---\n\n` }]);
      const after = history.settle();
      expect(before).not.toContain(after[target]);
      expect(after.toSpliced(target, 1)).toEqual(before);
    }),
    { numRuns },
  );
});

test("a slide whose deletion is undone has its old id again, though others settled in between", () => {
  fc.assert(
    fc.property(deckArb, past, by, share, fc.array(typing, { maxLength: 4 }), (markdown, steps, deleter, at, typed) => {
      const history = begin(markdown, steps);
      const before = history.ids();
      fc.pre(before.length > 1);
      const slide = pick(at, before.length);
      history.edit(deleter, deleteSlides(history.deck(deleter), [slide]));
      expect(history.settle()).toEqual(before.toSpliced(slide, 1));
      for (const one of typed) {
        if (one.by === deleter) continue;
        type(history, one);
        history.settle();
      }
      history.undo(deleter);
      expect(history.settle()).toEqual(before);
    }),
    { numRuns },
  );
});
