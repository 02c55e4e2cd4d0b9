import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createLatest } from "@/lib/player/drive/latest";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Sends that the test lets through or loses, one after the other. */
function start() {
  const sent: number[] = [];
  const answers: ((isDone: boolean) => void)[] = [];
  const network = new EventTarget();
  const latest = createLatest<number>({
    send: (value) => {
      sent.push(value);
      return new Promise((resolve) => answers.push(resolve));
    },
    onState: () => undefined,
    network,
  });
  const answer = async (isDone: boolean) => {
    answers.shift()?.(isDone);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { latest, sent, answer, network };
}

describe("sending only the newest", () => {
  test("what came while one was on its way goes as one: the last", async () => {
    const { latest, sent, answer } = start();
    for (const value of [1, 2, 3, 4]) latest.push(value);
    expect(sent).toEqual([1]);
    await answer(true);
    expect(sent).toEqual([1, 4]);
    expect(latest.isSent()).toBe(false);
    await answer(true);
    expect(latest.isSent()).toBe(true);
    expect(sent).toEqual([1, 4]);
  });

  test("what is lost is sent again, later each time, and then the newest", async () => {
    const { latest, sent, answer } = start();
    latest.push(1);
    await answer(false);
    latest.push(2);
    expect(sent).toEqual([1]);
    await vi.advanceTimersByTimeAsync(500);
    expect(sent).toEqual([1, 2]);
    await answer(false);
    await vi.advanceTimersByTimeAsync(999);
    expect(sent).toEqual([1, 2]);
    await vi.advanceTimersByTimeAsync(1);
    expect(sent).toEqual([1, 2, 2]);
    await answer(true);
    expect(latest.isSent()).toBe(true);
  });

  test("goes at once when the network comes back", async () => {
    const { latest, sent, answer, network } = start();
    latest.push(1);
    await answer(false);
    network.dispatchEvent(new Event("online"));
    expect(sent).toEqual([1, 1]);
  });

  test("what was forgotten is not sent", async () => {
    const { latest, sent, answer } = start();
    latest.push(1);
    await answer(false);
    latest.clear();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sent).toEqual([1]);
    expect(latest.isSent()).toBe(true);
  });
});
