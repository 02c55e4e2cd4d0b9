import { randomUUID } from "node:crypto";
import { afterEach, expect, test, vi } from "vitest";
import { deckIdSchema, talkIdSchema } from "@/lib/api/ids";
import type { LiveState } from "@/lib/api/talks";
import { createAudience, type AudienceOptions } from "@/lib/audience/audience";
import type { LinkState } from "@/lib/audience/link-state";
import type { Sink } from "@/lib/audience/sink";
import { createLog } from "@/lib/log";
import { createBusNet, type Lies } from "@/tests/support/bus-net";
import { eventually } from "@/tests/support/eventually";

const log = createLog("silent");
const deckId = deckIdSchema.parse(randomUUID());

/** A talk as the database has it, and processes that follow it. */
function openHall({ lies, lookMs }: { readonly lies?: Lies; readonly lookMs?: AudienceOptions["lookMs"] } = {}) {
  const net = createBusNet(lies === undefined ? { log } : { log, lies });
  let state: LinkState = talkAt(1);
  let reads = 0;
  const readLink = async () => {
    reads += 1;
    return state;
  };
  const made = [1, 2].map((number) =>
    createAudience({ bus: net.open(), log, nodeName: `node ${number}`, readLink, ...(lookMs === undefined ? {} : { lookMs }) }),
  );
  const [here, there] = made;
  if (!here || !there) throw new Error("there are two");
  open.push(...made.map(({ stop }) => stop));
  return {
    here,
    there,
    /** How often anybody looked. */
    reads: () => reads,
    set: (next: LinkState) => {
      state = next;
    },
    move: (rev: number) => {
      state = talkAt(rev);
      here.changed([deckId]);
    },
  };
}

const hourMs = 3_600_000;
/** None of these links asks for a password. */
const follower = { opens: () => false, isAway: false };

const open: (() => void)[] = [];
afterEach(() => open.splice(0).forEach((stop) => stop()));

const talkId = talkIdSchema.parse(randomUUID());
function talkAt(rev: number, id = talkId): LinkState {
  const live = { rev, live: true, version: "1-1", slide: rev, anchor: `slide-${rev}`, step: 0, blank: false, reach: null, presented: null };
  return { state: "there", deckId, talkId: id, live, isFrozen: false, lock: null };
}

function viewer() {
  const seen: LiveState[] = [];
  const sink: Sink & { ended: boolean } = {
    ended: false,
    send: (frame) => seen.push(JSON.parse(/^data: (.*)$/m.exec(frame.toString())?.[1] ?? "null")),
    beat: () => undefined,
    end: () => void (sink.ended = true),
  };
  return { seen, sink, last: () => seen.at(-1)?.rev };
}

test("[I19] in every process every viewer ends on the latest state", async () => {
  // Nobody looks by themselves while this runs: what is told is all there is.
  const { here, there, move, reads } = openHall({ lookMs: { heard: hourMs, unheard: hourMs } });
  const [ben, carla] = [viewer(), viewer()];
  await here.follow("slug", ben.sink, follower);
  await there.follow("slug", carla.sink, follower);
  // Each stream looks once when it opens and once more when it listens.
  await eventually(() => expect(reads()).toBe(4));
  for (let rev = 2; rev <= 40; rev++) move(rev);
  await eventually(() => expect([ben.last(), carla.last()]).toEqual([40, 40]));
});

test("[I19] every viewer ends on the latest state though the bus loses all that it carries", async () => {
  const { there, move } = openHall({ lies: { seed: 1, lost: 1, doubled: 0, maxDelayMs: 0 }, lookMs: { heard: 30, unheard: 30 } });
  const carla = viewer();
  await there.follow("slug", carla.sink, follower);
  for (let rev = 2; rev <= 40; rev++) move(rev);
  await eventually(() => expect(carla.last()).toBe(40));
});

test("[I19] a viewer ends on the latest state though it changed while the stream was opened", async () => {
  const { here, move } = openHall();
  const ben = viewer();
  const following = here.follow("slug", ben.sink, follower);
  move(2);
  await following;
  await eventually(() => expect(ben.last()).toBe(2));
});

test("[I19] within a talk rev never goes back, and another talk begins anew", async () => {
  const { here, move, set, reads } = openHall();
  const ben = viewer();
  await here.follow("slug", ben.sink, follower);
  move(7);
  await eventually(() => expect(ben.last()).toBe(7));
  // A reading of a moment that has passed.
  const before = reads();
  move(5);
  await eventually(() => expect(reads()).toBeGreaterThan(before));
  move(8);
  await eventually(() => expect(ben.last()).toBe(8));
  set(talkAt(1, talkIdSchema.parse(randomUUID())));
  here.changed([deckId]);
  await eventually(() => expect(ben.last()).toBe(1));
  expect(ben.seen.map(({ rev }) => rev)).toEqual([1, 7, 8, 1]);
});

test("who watches is counted in all processes, and told to who listens", async () => {
  const { here, there } = openHall();
  const heard = vi.fn();
  open.push(here.listen(deckId, heard));
  await here.follow("slug", viewer().sink, follower);
  const leave = await there.follow("slug", viewer().sink, { ...follower, isAway: true });
  await eventually(() => expect(here.watching(deckId)).toEqual({ count: 2, away: 1 }));
  if (typeof leave === "string") throw new Error("the link is there");
  leave();
  await eventually(() => expect(here.watching(deckId)).toEqual({ count: 1, away: 0 }));
  expect(heard).toHaveBeenCalled();
});

test("a link that is withdrawn ends what follows it, and lets go of all of it", async () => {
  const { here, set } = openHall();
  const ben = viewer();
  await here.follow("slug", ben.sink, follower);
  set({ state: "withdrawn" });
  here.changed([deckId]);
  await eventually(() => expect(ben.sink.ended).toBe(true));
  expect(here.stats()).toEqual({ viewers: 0, links: 0 });
  expect(await here.follow("slug", ben.sink, follower)).toBe("withdrawn");
});

test("who has not given a link's password follows nothing, and who has given another one no longer", async () => {
  const { here, set } = openHall();
  const there = talkAt(1);
  if (there.state !== "there") throw new Error("it is there");
  set({ ...there, lock: "one" });
  expect(await here.follow("slug", viewer().sink, follower)).toBe("locked");
  expect(here.stats()).toEqual({ viewers: 0, links: 0 });
  const ben = viewer();
  await here.follow("slug", ben.sink, { opens: (lock) => lock === "one", isAway: false });
  set({ ...there, lock: "another" });
  here.changed([deckId]);
  await eventually(() => expect(ben.sink.ended).toBe(true));
});

test("an end in order ends every stream", async () => {
  const { here } = openHall();
  const ben = viewer();
  await here.follow("slug", ben.sink, follower);
  here.stop();
  expect(ben.sink.ended).toBe(true);
});
