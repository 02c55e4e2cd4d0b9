import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createTurns } from "@/lib/collab/server/turns";

/** Both pass only where work takes time, of the clock or of a processor as well. */
let clockMs = 0;
let cpuMs = 0;
beforeEach(() => {
  [clockMs, cpuMs] = [0, 0];
  vi.spyOn(performance, "now").mockImplementation(() => clockMs);
  vi.spyOn(process, "cpuUsage").mockImplementation((before) => ({ user: 1000 * cpuMs - (before?.user ?? 0), system: 0 }));
});
afterEach(() => vi.restoreAllMocks());

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

/** Connections whose frames each take so many milliseconds, and the order in which they were worked off. */
function connections() {
  const turns = createTurns();
  const done: string[] = [];
  const open = (onWorked: (ms: number) => void = () => undefined) => {
    const lane = turns.openLane(onWorked);
    const send = (name: string, ms: number) =>
      lane.run(() => {
        clockMs += ms;
        cpuMs += ms;
        done.push(name);
      });
    return Object.assign(send, lane);
  };
  return { done, open };
}

test("what comes while there is time is worked off at once", () => {
  const { done, open } = connections();
  const send = open();
  send("a", 4);
  send("b", 5);
  expect(done).toEqual(["a", "b"]);
});

test("[I14] a flood takes so much of a turn and no more, and goes on in the next, in order", async () => {
  const { done, open } = connections();
  const send = open();
  for (const name of "abcdefghijkl") send(name, 4);
  expect(done.join("")).toBe("abc");
  await nextTurn();
  expect(done.join("")).toBe("abcdef");
  await nextTurn();
  expect(done.join("")).toBe("abcdefghi");
  send("m", 4);
  await nextTurn();
  await nextTurn();
  expect(done.join("")).toBe("abcdefghijklm");
});

test("[I14] who comes during another's flood waits for a piece of it, not for all", async () => {
  const { done, open } = connections();
  const [flood, ana, ben] = [open(), open(), open()];
  for (const name of "abcdef") flood(name, 6);
  ana("Ana", 1);
  ben("Ben", 1);
  await nextTurn();
  expect(done).toEqual(["a", "b", "c", "Ana", "Ben", "d"]);
});

test("each connection hears what its own frames took, also later", async () => {
  const { open } = connections();
  const heard = { ana: 0, ben: 0 };
  const [ana, ben] = [open((ms) => (heard.ana += ms)), open((ms) => (heard.ben += ms))];
  ana("a", 20);
  ana("b", 7);
  ben("c", 1);
  expect(heard).toEqual({ ana: 20, ben: 0 });
  await nextTurn();
  expect(heard).toEqual({ ana: 27, ben: 1 });
});

test("who worked while the process waited for a processor hears what it took, not how long that was", () => {
  const heard: number[] = [];
  const lane = createTurns().openLane((ms) => heard.push(ms));
  lane.run(() => {
    clockMs += 8_000;
    cpuMs += 2;
  });
  expect(heard).toEqual([2]);
});

test("what took no time to speak of is counted by the clock, without asking for more", () => {
  const heard: number[] = [];
  const lane = createTurns().openLane((ms) => heard.push(ms));
  vi.mocked(process.cpuUsage).mockClear();
  lane.run(() => {
    clockMs += 0.25;
  });
  expect(heard).toEqual([0.25]);
  expect(process.cpuUsage).not.toHaveBeenCalled();
});

test("who waited for a processor hears nothing of what the process did in earlier turns", async () => {
  const heard: number[] = [];
  const lane = createTurns().openLane((ms) => heard.push(ms));
  cpuMs += 5_000;
  lane.run(() => undefined);
  await nextTurn();
  lane.run(() => {
    clockMs += 300;
    cpuMs += 3;
  });
  expect(heard).toEqual([0, 3]);
});

test("[I14] whose lane rests has no turns, and everybody else has theirs; what waited comes first when it goes on", async () => {
  const { done, open } = connections();
  const [flood, ana] = [open(), open()];
  for (const name of "abc") flood(name, 6);
  flood.rest(true);
  flood("d", 6);
  await nextTurn();
  ana("Ana", 1);
  expect(done).toEqual(["a", "b", "Ana"]);
  flood("e", 6);
  flood.rest(false);
  await nextTurn();
  await nextTurn();
  expect(done).toEqual(["a", "b", "Ana", "c", "d", "e"]);
});

test("a lane that comes to rest by what it did just now has no further turn", async () => {
  const turns = createTurns();
  const done: number[] = [];
  const lane = turns.openLane(() => lane.rest(done.length >= 3));
  for (let number = 0; number < 6; number++) {
    lane.run(() => {
      clockMs += 6;
      done.push(number);
    });
  }
  await nextTurn();
  await nextTurn();
  expect(done).toEqual([0, 1, 2]);
});
