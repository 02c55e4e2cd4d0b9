import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { connectDeck, type ConnectDeckOptions } from "@/lib/collab/client/connect-deck";
import type { DeckSource } from "@/lib/collab/client/deck-source";

const sources: DeckSource[] = [];
beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  for (const source of sources.splice(0)) source.stop();
  vi.useRealTimers();
});

function open(getToken: ConnectDeckOptions["getToken"]): DeckSource {
  const source = connectDeck({ deckId: "a deck", getToken, person: { name: "Ana", color: "#0b7285" }, random: () => 0 });
  sources.push(source);
  return source;
}

test("an answer that never comes is given up, and asked for again", async () => {
  const signals: AbortSignal[] = [];
  const source = open(({ signal }) => {
    signals.push(signal);
    return new Promise(() => undefined);
  });
  await vi.advanceTimersByTimeAsync(9_900);
  expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
  expect(source.saveState.state).toBe("offline");
});

test("while it connects for the first time nothing is said to be saving", () => {
  expect(open(() => new Promise(() => undefined)).saveState).toEqual({ state: "connecting" });
});

test("another name is told to co-authors, and the document is the same", () => {
  const source = open(() => new Promise(() => undefined));
  const { doc } = source;
  source.setPerson({ name: "Anna", color: "#0b7285" });
  expect(source.awareness.getLocalState()).toMatchObject({ user: { name: "Anna" } });
  expect(source.doc).toBe(doc);
});
