import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createInbound } from "@/lib/collab/server/inbound";
import { createTurns } from "@/lib/collab/server/turns";

/** Passes where frames are handled, and where a test lets it. */
let clockMs = 0;
beforeEach(() => {
  clockMs = 0;
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  vi.spyOn(performance, "now").mockImplementation(() => clockMs);
  vi.spyOn(process, "cpuUsage").mockImplementation(() => ({ user: 1000 * clockMs, system: 0 }));
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function pass(ms: number): void {
  clockMs += ms;
  vi.advanceTimersByTime(ms);
}

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/** What opens connections of one process, the frames of each of which take so many milliseconds. */
function server() {
  const turnsOfAll = createTurns();
  return (msEach: number) => {
    const state = { isReading: true, ends: 0 };
    const handled: number[] = [];
    const inbound = createInbound({
      turns: turnsOfAll,
      handle: (frame) => {
        clockMs += msEach;
        handled.push(frame[0] ?? -1);
      },
      pause: () => {
        state.isReading = false;
      },
      resume: () => {
        state.isReading = true;
      },
    });
    const take = (count: number, first = 0) => {
      for (let number = 0; number < count; number++) inbound.take(Uint8Array.of(first + number));
    };
    return { inbound, handled, state, take, end: () => inbound.end(() => state.ends++) };
  };
}

const connection = (msEach: number) => server()(msEach);

test("[I14] what comes before a connection has begun waits, and has its turns then, in order", async () => {
  const { inbound, handled, take } = connection(4);
  take(200);
  await turns(3);
  expect(handled).toEqual([]);
  inbound.begin();
  expect(handled).toEqual([]);
  await turns(1);
  expect(handled).toEqual([0, 1, 2]);
  take(1, 200);
  await turns(100);
  expect(handled).toEqual(Array.from({ length: 201 }, (_, number) => number));
});

test("[I14] where a thousand frames wait no more is read until all are handled", async () => {
  const { inbound, handled, state, take } = connection(1);
  take(1_000);
  expect(state.isReading).toBe(true);
  take(1);
  expect(state.isReading).toBe(false);
  inbound.begin();
  await turns(50);
  expect([state.isReading, handled.length]).toEqual([false, 500]);
  await turns(60);
  expect([state.isReading, handled.length]).toEqual([true, 1_001]);
});

test("[I14] where a few large frames wait it is the same", async () => {
  const { inbound, handled, state } = connection(1);
  inbound.take(new Uint8Array(256 * 1024));
  expect(state.isReading).toBe(true);
  inbound.take(new Uint8Array(1));
  expect(state.isReading).toBe(false);
  inbound.begin();
  await turns(2);
  expect([state.isReading, handled.length]).toEqual([true, 2]);
});

test("[I14] who owes time of a processor has no turns until that is made up for, and others have theirs", async () => {
  const open = server();
  const [flood, ana] = [open(5), open(1)];
  flood.inbound.begin();
  ana.inbound.begin();
  flood.take(900);
  await turns(900);
  // 2 s at once, and a tenth of the time that passed meanwhile.
  const atOnce = flood.handled.length;
  expect(atOnce).toBe(445);
  expect(flood.state.isReading).toBe(false);
  ana.take(1);
  expect(ana.handled).toEqual([0]);
  const fromMs = clockMs;
  for (let step = 0; step < 200; step++) {
    pass(50);
    await turns(1);
  }
  const share = (5 * (flood.handled.length - atOnce)) / (clockMs - fromMs);
  expect(share).toBeGreaterThan(0.09);
  expect(share).toBeLessThan(0.11);
});

test("who is held back has what was read of theirs handled", async () => {
  const { inbound, handled, state, take } = connection(4);
  inbound.begin();
  take(5);
  inbound.hold(true);
  await turns(5);
  expect([state.isReading, handled.length]).toEqual([false, 5]);
  inbound.hold(false);
  expect(state.isReading).toBe(true);
});

test("who is held back for two reasons is read from once neither holds", () => {
  const { inbound, state } = connection(0);
  inbound.begin();
  inbound.hold(true);
  inbound.take(new Uint8Array(5 * 1024 * 1024));
  inbound.hold(false);
  expect(state.isReading).toBe(false);
  pass(4_001);
  expect(state.isReading).toBe(true);
});

test("an end comes behind what came before it, which keeps to its pace, and leaves no timer", async () => {
  const { inbound, handled, state, take, end } = connection(5);
  inbound.begin();
  take(450);
  end();
  await turns(450);
  expect([handled.length, state.ends]).toEqual([445, 0]);
  for (let tenth = 0; tenth < 20; tenth++) {
    pass(100);
    await turns(1);
  }
  expect([handled.length, state.ends]).toEqual([450, 1]);
  expect(vi.getTimerCount()).toBe(0);
});

test("who goes before they were let in is gone at once, and what they sent with them", async () => {
  const { inbound, handled, state, take, end } = connection(1);
  take(5);
  end();
  expect(state.ends).toBe(1);
  inbound.begin();
  await turns(3);
  expect(handled).toEqual([]);
});

test("[I14] of who was sent away nothing is kept, and the end waits for nothing", async () => {
  const { inbound, handled, state, take, end } = connection(6);
  inbound.begin();
  take(5);
  inbound.dismiss();
  take(2_000);
  end();
  await turns(5);
  expect([handled.length, state.ends, state.isReading]).toEqual([2, 1, true]);
});

test("while something waits the other side is not called silent", async () => {
  const { inbound, take } = connection(6);
  inbound.begin();
  take(3);
  expect(inbound.isReading()).toBe(false);
  await turns(2);
  expect(inbound.isReading()).toBe(true);
});
