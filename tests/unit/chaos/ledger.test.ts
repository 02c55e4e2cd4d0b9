import { expect, test } from "vitest";
import { createLedger } from "@/tests/chaos/ledger";

function insert(mark: string, behind?: string) {
  return { author: "ana", kind: "insert", mark, behind } as const;
}

const nothing = { lost: [], doubled: [], disordered: [], takenBack: [] };

test("a text with everything once and in order has no fault", () => {
  const ledger = createLedger();
  ledger.note(insert("‹1›"));
  ledger.note(insert("‹2›", "‹1›"));
  ledger.noteSaved("ana");
  expect(ledger.judge("a ‹1›‹2› b")).toEqual(nothing);
  expect(ledger.counts()).toEqual({ edits: 2, saved: 2 });
});

test("what was called saved and is not there is lost; what wasn't is not", () => {
  const ledger = createLedger();
  ledger.note(insert("‹1›"));
  ledger.noteSaved("ana");
  ledger.note(insert("‹2›"));
  expect(ledger.judge("")).toEqual({ ...nothing, lost: ["insert of ‹1›"] });
});

test("nobody's edits are saved by another's label", () => {
  const ledger = createLedger();
  ledger.note(insert("‹1›"));
  ledger.noteSaved("ben");
  expect(ledger.counts()).toEqual({ edits: 1, saved: 0 });
});

test("a deletion that was called saved must hold, and takes the insertion with it", () => {
  const ledger = createLedger();
  ledger.note(insert("‹1›"));
  ledger.note({ author: "ana", kind: "delete", mark: "‹1›" });
  ledger.noteSaved("ana");
  ledger.noteSeen("‹1›");
  expect(ledger.judge("")).toEqual(nothing);
  expect(ledger.judge("‹1›")).toEqual({ ...nothing, lost: ["delete of ‹1›"] });
});

test("what is there twice, or before what it was put behind, is told", () => {
  const ledger = createLedger();
  ledger.note(insert("‹1›"));
  ledger.note(insert("‹2›", "‹1›"));
  expect(ledger.judge("‹2›‹1›‹1›")).toEqual({ ...nothing, doubled: ["‹1›"], disordered: ["‹2›"] });
});

test("what somebody saw and nobody deleted must stay, saved or not", () => {
  const ledger = createLedger();
  ledger.note(insert("‹1›"));
  ledger.noteSeen("‹1›");
  expect(ledger.judge("")).toEqual({ ...nothing, takenBack: ["‹1›"] });
});

test("what is newly saved is handed out once, and looked for in a text", () => {
  const ledger = createLedger();
  ledger.note(insert("‹1›"));
  ledger.note(insert("‹2›"));
  ledger.noteSaved("ana");
  const due = ledger.takeNewlySaved();
  expect(ledger.missingIn("‹2›", due)).toMatchObject([{ mark: "‹1›" }]);
  expect(ledger.takeNewlySaved()).toEqual([]);
});

test("whoever was told that nothing of theirs is stored has lost nothing without a word", () => {
  const ledger = createLedger();
  const edit = insert("‹1›");
  ledger.note(edit);
  ledger.noteSaved("ana");
  ledger.noteSeen("‹1›");
  expect(ledger.withdraw("ana")).toBe(1);
  expect(ledger.isWithdrawn(edit)).toBe(true);
  expect(ledger.judge("")).toEqual(nothing);
});
