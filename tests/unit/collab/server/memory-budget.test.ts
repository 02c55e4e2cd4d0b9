import { expect, test, vi } from "vitest";
import { deckIdSchema } from "@/lib/api/ids";
import { createMemoryBudget, type BudgetedLife, type GoingAway } from "@/lib/collab/server/memory-budget";
import { createLog } from "@/lib/log";

const deckId = deckIdSchema.parse("00000000-0000-4000-8000-000000000001");
const otherId = deckIdSchema.parse("00000000-0000-4000-8000-000000000002");
const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

interface House {
  readonly bytes: number;
  readonly grown?: number;
  /** What is left of both when it is measured. */
  readonly less?: number;
  readonly idleSinceMs?: number;
}

/** A budget of 100 bytes and rooms by their names; `gone` says which went, and how. */
function openBudget(houses: Readonly<Record<string, House>>) {
  const gone: string[] = [];
  const stored: (() => void)[] = [];
  const away = new Map<string, GoingAway>();
  const open = new Map<string, BudgetedLife>();
  const goAway = (name: string): Promise<void> => {
    const bytes = open.get(name)?.room.memoryBytes() ?? 0;
    open.delete(name);
    const done = new Promise<void>((resolve) => {
      stored.push(resolve);
    }).then(() => void away.delete(name));
    away.set(name, { bytes, done });
    return done;
  };
  for (const [name, { bytes, grown = 0, less = 0, idleSinceMs }] of Object.entries(houses)) {
    let unmeasured = less;
    open.set(name, {
      room: {
        memoryBytes: () => bytes - less + unmeasured,
        grownBytes: () => grown - less + unmeasured,
        measure: () => {
          unmeasured = 0;
        },
      },
      idleSinceMs: () => idleSinceMs,
      putAway: () => {
        gone.push(`${name} left`);
        return goAway(name);
      },
    });
  }
  const nameOf = (life: BudgetedLife) => [...open].find(([, other]) => other === life)?.[0] ?? "nobody";
  const budget = createMemoryBudget({
    maxBytes: 100,
    patienceMs: 20,
    log: createLog("silent"),
    open: () => [...open.values()],
    closing: () => [...away.values()],
    sendOut: async (life) => {
      const name = nameOf(life);
      gone.push(`${name} sent out`);
      // Open until all is stored.
      await nextTurn();
      await goAway(name);
    },
  });
  return {
    budget,
    gone,
    store: () => {
      for (const done of stored.splice(0)) done();
    },
  };
}

test("within the budget nobody goes", () => {
  const { budget, gone } = openBudget({ left: { bytes: 40, idleSinceMs: 1 }, ana: { bytes: 59, grown: 59 } });
  budget.look();
  expect(gone).toEqual([]);
});

test("when rooms have grown over it, those nobody is in go first, the one left longest first, and no more than need to", () => {
  const { budget, gone } = openBudget({
    late: { bytes: 20, idleSinceMs: 3 },
    early: { bytes: 20, idleSinceMs: 1 },
    between: { bytes: 20, idleSinceMs: 2 },
    ana: { bytes: 70, grown: 69 },
  });
  budget.look();
  expect(gone).toEqual(["early left", "between left"]);
});

test("[I12] where that is not enough those go that grew most since they were loaded, not those that were large before", () => {
  const { budget, gone } = openBudget({ large: { bytes: 60, grown: 1 }, ana: { bytes: 30, grown: 29 }, ben: { bytes: 30, grown: 25 } });
  budget.look();
  expect(gone).toEqual(["ana sent out"]);
});

test("who is on the way out already is not the reason for another to go", () => {
  const { budget, gone } = openBudget({ large: { bytes: 60 }, ana: { bytes: 30, grown: 29 }, ben: { bytes: 30, grown: 25 } });
  budget.look();
  budget.look();
  expect(gone).toEqual(["ana sent out"]);
});

test("what was typed is measured before anybody is sent out for it", () => {
  const { budget, gone } = openBudget({ typed: { bytes: 90, grown: 80, less: 70 }, ana: { bytes: 30, grown: 20 } });
  budget.look();
  expect(gone).toEqual([]);
});

test("the only one stays: it would be let in again at once", () => {
  const { budget, gone } = openBudget({ ana: { bytes: 200, grown: 199 } });
  budget.look();
  expect(gone).toEqual([]);
});

test("[I12] rooms that grow fast are looked at before the next beat, in a turn of its own", async () => {
  const { budget, gone } = openBudget({ large: { bytes: 80 }, ana: { bytes: 30, grown: 29 } });
  budget.noteGrowth(5);
  await nextTurn();
  expect(gone).toEqual([]);
  budget.noteGrowth(5);
  expect(gone).toEqual([]);
  await nextTurn();
  expect(gone).toEqual(["ana sent out"]);
});

test("a deck that is opened waits until those that make space for it are gone", async () => {
  const { budget, gone, store } = openBudget({ left: { bytes: 60, idleSinceMs: 1 }, ana: { bytes: 30 } });
  const opened = vi.fn();
  const opening = budget.makeSpaceFor(deckId, 50).then(opened);
  await nextTurn();
  expect(gone).toEqual(["left left"]);
  expect(opened).not.toHaveBeenCalled();
  store();
  await opening;
  expect(opened).toHaveBeenCalled();
});

test("where they aren't gone in time, it is refused", async () => {
  const { budget } = openBudget({ left: { bytes: 60, idleSinceMs: 1 }, ana: { bytes: 30 } });
  await expect(budget.makeSpaceFor(deckId, 50)).rejects.toThrow("not done within");
});

test("it counts itself: who would be over the budget with it is refused, unless nothing else is there", async () => {
  const { budget } = openBudget({ ana: { bytes: 30 } });
  await expect(budget.makeSpaceFor(deckId, 70)).rejects.toThrow("no memory is left");
  await budget.makeSpaceFor(deckId, 40);
  await expect(budget.makeSpaceFor(otherId, 40)).rejects.toThrow("no memory is left");
  budget.release(deckId);
  await budget.makeSpaceFor(otherId, 40);
  await openBudget({}).budget.makeSpaceFor(deckId, 500);
});
