import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createPointerTeller } from "@/lib/player/drive/tell-pointer";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Answers that the test lets through, one after the other. */
function start() {
  const sent: (number | undefined)[] = [];
  const answers: (() => void)[] = [];
  const { point, stop } = createPointerTeller((spot) => {
    sent.push(spot?.x);
    return new Promise<void>((resolve) => answers.push(resolve));
  });
  return {
    sent,
    stop,
    point: (x: number) => point({ x, y: 0 }),
    putAway: () => point(undefined),
    answer: () => answers.shift()?.(),
  };
}

test("a pointer that moves on is told twenty times a second, each time where it is by then", async () => {
  const { sent, point, answer } = start();
  for (let ms = 0; ms < 990; ms += 10) {
    point(ms);
    answer();
    await vi.advanceTimersByTimeAsync(10);
  }
  expect(sent).toHaveLength(20);
  expect(sent.slice(0, 3)).toEqual([0, 40, 90]);
});

test("no spot is sent while another is on its way, so that none arrives after the pointer was put away", async () => {
  const { sent, point, putAway, answer } = start();
  point(1);
  point(2);
  putAway();
  await vi.advanceTimersByTimeAsync(500);
  expect(sent).toEqual([1]);
  answer();
  await vi.advanceTimersByTimeAsync(0);
  expect(sent).toEqual([1, undefined]);
});

test("stopped, it tells nothing more", async () => {
  const { sent, stop, point, answer } = start();
  point(1);
  point(2);
  stop();
  answer();
  await vi.advanceTimersByTimeAsync(500);
  expect(sent).toEqual([1]);
});
