import { afterEach, expect, test } from "vitest";
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate, removeAwarenessStates } from "y-protocols/awareness";
import * as Y from "yjs";
import { keepColor, readPagesHere } from "@/lib/collab/client/pages-here";
import { personColor, personColors } from "@/lib/collab/protocol/person-color";

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

const [first, second] = personColors;
type Page = ReturnType<typeof openPage>;

/** A page whose client keeps its colour; the server has not said yet whose it is. */
function openPage() {
  const doc = new Y.Doc();
  const awareness = new Awareness(doc);
  awareness.setLocalStateField("user", { name: "You", color: first });
  stops.push(keepColor(awareness), () => doc.destroy());
  return awareness;
}

/** The server says who somebody is; all have the same colour of their own. */
function greet(page: Page, id: string, sinceMs?: number): void {
  page.setLocalStateField("user", { id, name: id, color: first, ...(sinceMs === undefined ? {} : { sinceMs }) });
}

/** Everybody hears of everybody, until nothing is new. */
function meet(...pages: readonly Page[]): void {
  for (let round = 0; round < 3; round++) {
    for (const from of pages) {
      for (const to of pages) if (from !== to) applyAwarenessUpdate(to, encodeAwarenessUpdate(from, [from.clientID]), "server");
    }
  }
}

const colorsAt = (page: Page) => Object.fromEntries(readPagesHere(page).map(({ id, color }) => [id, color]));

test("nothing is taken before the server has said whose page it is", () => {
  const page = openPage();
  expect(page.getLocalState()).not.toHaveProperty("color");
  expect(readPagesHere(page)).toEqual([{ clientId: page.clientID, id: `client:${page.clientID}`, name: "You", color: first }]);
  greet(page, "ana", 1);
  expect(page.getLocalState()).toMatchObject({ color: first });
});

test("all pages show everybody in the same colour, two people in two, and whoever stays keeps theirs", () => {
  const [zoe, ana, anaToo] = [openPage(), openPage(), openPage()];
  greet(zoe, "zoe", 1);
  // They took the same before they heard of each other, and her other page comes later still.
  greet(ana, "ana", 2);
  greet(anaToo, "ana", 3);
  meet(zoe, ana, anaToo);
  for (const page of [zoe, ana, anaToo]) expect(colorsAt(page)).toEqual({ zoe: first, ana: second });
  for (const page of [ana, anaToo]) {
    removeAwarenessStates(page, [zoe.clientID], "server");
    expect(page.getLocalState()).toMatchObject({ color: second });
    expect(colorsAt(page)).toEqual({ ana: second });
  }
});

test("who connects anew has the colour from before, though their own is free by now", () => {
  const [zoe, ana] = [openPage(), openPage()];
  greet(zoe, "zoe", 1);
  greet(ana, "ana", 2);
  meet(zoe, ana);
  removeAwarenessStates(ana, [zoe.clientID], "connection lost");
  greet(ana, "ana", 30);
  expect(colorsAt(ana)).toEqual({ ana: second });
});

test("with a server that doesn't say since when somebody is here all agree too", () => {
  const pages = [openPage(), openPage(), openPage()];
  for (const [index, page] of pages.entries()) greet(page, `person ${index}`);
  meet(...pages);
  const [colors, ...others] = pages.map(colorsAt);
  expect(new Set(Object.values(colors ?? {})).size).toBe(3);
  for (const other of others) expect(other).toEqual(colors);
});

test.each(["red", 7, null, { odd: true }])("a page that says it has taken %j has its person's own colour, like one of an older build", (color) => {
  const page = openPage();
  const odd = new Awareness(new Y.Doc());
  stops.push(() => odd.doc.destroy());
  odd.setLocalState({ user: { id: "odd", name: "Odd", color: "#123456" }, color });
  applyAwarenessUpdate(page, encodeAwarenessUpdate(odd, [odd.clientID]), "server");
  expect(colorsAt(page)).toMatchObject({ odd: personColor("odd") });
});
