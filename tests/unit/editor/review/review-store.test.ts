import { afterEach, expect, test, vi } from "vitest";
import { createReviewStore } from "@/components/editor/review/review-store";
import { createLiveDeck } from "@/components/editor/session/live-deck";
import { createWaitingSource } from "@/components/editor/session/waiting-source";
import { createDeckCompiler } from "@/lib/deck";

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const waiting = createWaitingSource();
const ended = { ...waiting, status: { state: "ended", reason: "deleted", sentence: "It is in the trash." } } as const;

function openLiveDeck() {
  const now = (task: () => void) => {
    task();
    return () => undefined;
  };
  const live = createLiveDeck({ text: waiting.text, compiler: createDeckCompiler(), initialMarkdown: undefined, schedule: now });
  live.start();
  return live;
}

test("verdicts are looked at again when the text has settled, but not once the session has ended", async () => {
  vi.useFakeTimers();
  const answer = vi.fn(async () => Response.json({ slides: [] }));
  vi.stubGlobal("fetch", answer);
  const live = openLiveDeck();
  const store = createReviewStore("x");
  const stop = store.follow(live, waiting);
  waiting.text.insert(0, "# One");
  await vi.runAllTimersAsync();
  expect(answer).toHaveBeenCalledTimes(1);
  stop();
  store.follow(live, ended);
  waiting.text.insert(5, " more");
  await vi.runAllTimersAsync();
  expect(answer).toHaveBeenCalledTimes(1);
});
