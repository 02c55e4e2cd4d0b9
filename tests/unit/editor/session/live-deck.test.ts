import fc from "fast-check";
import { expect, test, vi } from "vitest";
import * as Y from "yjs";
import { createLiveDeck } from "@/components/editor/session/live-deck";
import { createDeckCompiler, parseDeck } from "@/lib/deck";

function open(markdown: string) {
  const text = new Y.Doc().getText("markdown");
  text.insert(0, markdown);
  const compiler = createDeckCompiler();
  const update = vi.spyOn(compiler, "update");
  const live = createLiveDeck({ text, compiler, initialMarkdown: undefined, schedule: () => () => undefined });
  return { text, live, update, stop: live.start() };
}

const written = "---\ntitle: A\n---\n\n# One\n\ntext\n\n---\n\n# Two\n\n- a\n- b\n\n---\n\n# Three\n";

/** What is inserted and cut where, in so many transactions within one frame. */
const frame = fc.array(
  fc.array(fc.record({ at: fc.nat({ max: 90 }), cut: fc.nat({ max: 6 }), put: fc.constantFrom("", "x", "\n---\n", "# ", "\r\n", "😀") }), {
    minLength: 1,
    maxLength: 2,
  }),
  { minLength: 1, maxLength: 2 },
);

test("the deck is the text's after every frame, however many edits came in it and whoever stopped listening", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(frame, fc.boolean()), { maxLength: 12 }), (frames) => {
      const { text, live, ...opened } = open(written);
      let { stop } = opened;
      for (const [transactions, isUnheard] of frames) {
        if (isUnheard) stop();
        for (const edits of transactions) {
          text.doc?.transact(() => {
            for (const { at, cut, put } of edits) {
              const start = Math.min(at, text.length);
              text.delete(start, Math.min(cut, text.length - start));
              text.insert(start, put);
            }
          });
        }
        if (isUnheard) stop = live.start();
        live.flush();
        live.refresh();
        const { deck } = live.snapshot();
        expect(deck.source).toBe(text.toString());
        expect(deck.slides.map(({ range }) => range)).toEqual(parseDeck(text.toString()).slides.map(({ range }) => range));
      }
      stop();
    }),
    { numRuns: 40 },
  );
});

test("a keystroke is compiled without the whole text", () => {
  const { text, live, update, stop } = open(written);
  const type = () => {
    text.insert(text.toString().indexOf("text"), "x");
    live.flush();
  };
  type();
  update.mockClear();
  type();
  expect(update).not.toHaveBeenCalled();
  expect(live.snapshot().deck.source).toContain("xxtext");
  stop();
});
