import * as decoding from "lib0/decoding";
import { expect, test } from "vitest";
import { deckIdSchema, userIdSchema, type UserId } from "@/lib/api/ids";
import { frameTypes, readRole, type CollabRole } from "@/lib/collab/protocol/frames";
import { checkRoles } from "@/lib/collab/server/check-roles";
import type { Member } from "@/lib/collab/server/members";
import { createLog } from "@/lib/log";
import { openRig } from "@/tests/unit/collab/server/rig";

const deckId = deckIdSchema.parse("00000000-0000-4000-8000-000000000001");
const { join } = openRig("");

function memberCalled(index: number) {
  const userId = userIdSchema.parse(`00000000-0000-4000-8000-${String(index).padStart(12, "0")}`);
  const { session, frames } = join(userId);
  const member: Member = { deckId, userId, sessionId: undefined, session, checkedMs: 0, changedBy: undefined, lookups: 0 };
  return { member, frames };
}

function roleIn(frame: Uint8Array) {
  return readRole(decoding.createDecoder(frame.slice(1)));
}

function options(currentRole: (userId: UserId) => Promise<CollabRole | undefined>) {
  return { currentRole: (_deckId: unknown, userId: UserId) => currentRole(userId), log: createLog("silent"), nowMs: 1, recheckRolesMs: 1 };
}

test("[I14] a full house is looked up a few at a time, and everybody is", async () => {
  let [asking, most, asked] = [0, 0, 0];
  const members = Array.from({ length: 100 }, (_, index) => memberCalled(index).member);
  await checkRoles(
    members,
    options(async () => {
      most = Math.max(most, ++asking);
      await new Promise((resolve) => setImmediate(resolve));
      asking--;
      asked++;
      return "edit";
    }),
  );
  expect(asked).toBe(100);
  expect(most).toBeLessThan(10);
});

test("[I6] of two lookups the later one counts, whichever is answered first", async () => {
  const { member, frames } = memberCalled(200);
  frames.length = 0;
  const answers: ((role: CollabRole) => void)[] = [];
  const slow = options(() => new Promise((resolve) => answers.push(resolve)));
  const lookups = [checkRoles([member], slow), checkRoles([member], slow)];
  answers[1]?.("view");
  answers[0]?.("edit");
  await Promise.all(lookups);
  expect(frames.map((frame) => [...frame])).toEqual([[102, 0]]);
});

test("who changed a right is told with what is found, also by a lookup that began later or had to be repeated, and once", async () => {
  const { member, frames } = memberCalled(201);
  const found = [Promise.reject(new Error("no database")), Promise.resolve("comment" as const), Promise.resolve("view" as const)];
  const look = () =>
    checkRoles(
      [member],
      options(() => found.shift() ?? Promise.resolve("edit")),
    );
  const told = () => {
    const roles = frames.filter((frame) => frame[0] === frameTypes.role).map(roleIn);
    frames.length = 0;
    return roles;
  };
  told();
  member.changedBy = "Ana";
  await look();
  expect(told()).toEqual([]);
  await look();
  expect(told()).toEqual([{ role: "comment", by: "Ana" }]);
  await look();
  expect(told()).toEqual([{ role: "view" }]);
});

test("who changed a right that somebody has by another way too is not told when that one ends", async () => {
  const { member, frames } = memberCalled(202);
  frames.length = 0;
  member.changedBy = "Ana";
  await checkRoles(
    [member],
    options(async () => "edit"),
  );
  await checkRoles(
    [member],
    options(async () => "comment"),
  );
  expect(frames.map(roleIn)).toEqual([{ role: "comment" }]);
});
