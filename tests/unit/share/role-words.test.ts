import { expect, test } from "vitest";
import { roleWords } from "@/components/share/role-words";
import { deckRights } from "@/lib/workspace/policies";

test.each([
  ["view", "comment", "Ana lets you comment on this deck now.", "You can comment on this deck now."],
  ["comment", "present", "Ana lets you present this deck now, and comment on it.", "You can present this deck now, and comment on it."],
  ["comment", "edit", "Ana lets you edit this deck now.", "You can edit this deck now."],
  ["edit", "owner", "Ana made you the owner of this deck.", "You own this deck now."],
  [
    "present",
    "comment",
    "Ana changed what you may do: you can comment on this deck, and no longer present it.",
    "You can comment on this deck, and no longer present it.",
  ],
  [
    "owner",
    "edit",
    "Ana changed what you may do: you can still edit this deck, and no longer own it.",
    "You can still edit this deck, and no longer own it.",
  ],
] as const)("from %s to %s it says what one may now, and by whom where that is known", (before, now, known, unknown) => {
  expect([roleWords(before, now, "Ana"), roleWords(before, now)]).toEqual([known, unknown]);
});

test("nothing is said of what is as before, nor of what a banner says", () => {
  for (const role of [...deckRights, "owner"] as const) expect(roleWords(role, role, "Ana")).toBeUndefined();
  for (const now of ["view", "comment", "present"] as const) expect(roleWords("edit", now, "Ana")).toBeUndefined();
});
