import { expect, test, vi } from "vitest";
import * as Y from "yjs";
import { loadGrammars } from "@/components/editor/drawings/load-grammars";
import { createDrawingStore } from "@/components/editor/session/drawing-store";
import { createLiveDeck } from "@/components/editor/session/live-deck";
import { createDeckCompiler } from "@/lib/deck";
import { eventually } from "@/tests/support/eventually";

const kotlin = "```kt\nval a\n```\n\n---\n\n```kotlin\nval b\n```";

function open(markdown: string) {
  const text = new Y.Doc().getText("markdown");
  text.insert(0, markdown);
  const live = createLiveDeck({ text, compiler: createDeckCompiler(), initialMarkdown: undefined, schedule: () => () => undefined });
  const stop = live.start();
  return { text, live, drawings: createDrawingStore(live), stop };
}

test("a grammar is asked for once, when the deck first holds code in its language", async () => {
  const { text, live, drawings, stop } = open("# Words");
  const load = vi.fn(async () => (code: string) => `<b>${code}</b>`);
  const stopLoading = loadGrammars({ live, drawings }, load);
  expect(load).not.toHaveBeenCalled();
  text.insert(0, `${kotlin}\n\n---\n\n`);
  live.flush();
  const shown = () =>
    live
      .snapshot()
      .deck.slides.map((slide) => live.html(slide))
      .join();
  await eventually(() => expect(shown()).toContain("<b>val b</b>"));
  expect(load.mock.calls).toEqual([["kotlin"]]);
  stopLoading();
  stop();
});

test("a grammar that could not come is asked for again at the next edit", async () => {
  const { text, live, drawings, stop } = open(kotlin);
  const load = vi.fn(async (): Promise<(code: string) => string> => Promise.reject(new Error("offline")));
  const stopLoading = loadGrammars({ live, drawings }, load);
  await eventually(() => {
    text.insert(0, "# A\n\n");
    live.flush();
    expect(load.mock.calls.length).toBeGreaterThan(1);
  });
  stopLoading();
  stop();
});
