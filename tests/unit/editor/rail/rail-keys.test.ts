import { expect, test } from "vitest";
import { railAct } from "@/components/editor/rail/rail-keys";

const plain = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };
const press = (key: string, held: Partial<typeof plain> = {}) => railAct({ ...plain, key, ...held }, 2, 5);

test("arrows go to the next slide and stop at the ends", () => {
  expect([press("ArrowDown"), press("ArrowUp"), railAct({ ...plain, key: "ArrowDown" }, 4, 5)]).toEqual([
    { kind: "go", to: 3, extends: false },
    { kind: "go", to: 1, extends: false },
    { kind: "go", to: 4, extends: false },
  ]);
});
test("with Shift they choose several", () => expect(press("End", { shiftKey: true })).toEqual({ kind: "go", to: 4, extends: true }));
test("with Alt they move the slide", () => expect(press("ArrowUp", { altKey: true })).toEqual({ kind: "move", by: -1 }));
test("H hides, whatever Caps Lock says", () => expect([press("h"), press("H")]).toEqual([{ kind: "hide" }, { kind: "hide" }]));
test("Ctrl and Cmd do the same", () =>
  expect([press("d", { ctrlKey: true }), press("d", { metaKey: true })]).toEqual([{ kind: "duplicate" }, { kind: "duplicate" }]));
test("undo and redo reach the text from here", () =>
  expect([press("z", { ctrlKey: true }), press("Z", { ctrlKey: true, shiftKey: true })]).toEqual([{ kind: "undo" }, { kind: "redo" }]));
test("other keys are the browser's", () =>
  expect([press("Tab"), press("f", { ctrlKey: true }), press("x")]).toEqual([undefined, undefined, undefined]));
