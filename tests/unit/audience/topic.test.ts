import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { deckIdSchema, talkIdSchema, type TalkId } from "@/lib/api/ids";
import type { LinkState } from "@/lib/audience/link-state";
import { createTopic } from "@/lib/audience/topic";
import { createLog } from "@/lib/log";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const deckId = deckIdSchema.parse(randomUUID());
const talkId = talkIdSchema.parse(randomUUID());

function there(id: TalkId | null): Extract<LinkState, { state: "there" }> {
  const live = { rev: 1, live: id !== null, version: "1-1", slide: 1, anchor: "one", step: 0, blank: false, reach: null, presented: null };
  return { state: "there", deckId, talkId: id, live, isFrozen: false, lock: null };
}

/** A topic with one viewer, who keeps where the pointer was in each frame. */
function openTopic() {
  let state: LinkState = there(talkId);
  const topic = createTopic({ deckId, first: there(talkId), read: async () => state, log: createLog("silent") });
  const seen: unknown[] = [];
  topic.add(
    {
      send: (frame) => void seen.push(JSON.parse(/^data: (.*)$/m.exec(frame.toString())?.[1] ?? "null").pointer),
      beat: () => undefined,
      end: () => undefined,
    },
    false,
  );
  seen.length = 0;
  return {
    topic,
    seen,
    set: (next: LinkState) => {
      state = next;
    },
  };
}

test("a pointer is shared twenty times a second at most, and at last where it is, however often it is told", async () => {
  const { topic, seen } = openTopic();
  for (let ms = 0; ms < 1_000; ms += 5) {
    topic.point({ x: ms, y: 0 });
    await vi.advanceTimersByTimeAsync(5);
  }
  await vi.advanceTimersByTimeAsync(50);
  expect(seen.length).toBeLessThanOrEqual(21);
  expect(seen.length).toBeGreaterThan(15);
  expect(seen.at(-1)).toEqual({ x: 995, y: 0 });
});

test("a pointer that was put away is told so, also where it had moved in that moment", async () => {
  const { topic, seen } = openTopic();
  topic.point({ x: 0.1, y: 0 });
  topic.point({ x: 0.2, y: 0 });
  topic.point(null);
  await vi.advanceTimersByTimeAsync(50);
  expect(seen).toEqual([{ x: 0.1, y: 0 }, null]);
});

test("a pointer goes with its talk", async () => {
  const { topic, seen, set } = openTopic();
  topic.point({ x: 0.1, y: 0 });
  set(there(null));
  topic.look();
  await vi.advanceTimersByTimeAsync(0);
  expect(seen).toEqual([{ x: 0.1, y: 0 }, null]);
});
