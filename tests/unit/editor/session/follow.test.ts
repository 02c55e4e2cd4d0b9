import { afterEach, beforeEach, expect, test } from "vitest";
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate, removeAwarenessStates } from "y-protocols/awareness";
import * as Y from "yjs";
import { createFollowStore, type FollowStore } from "@/components/editor/session/follow";
import { createLiveDeck, type LiveDeck } from "@/components/editor/session/live-deck";
import { createLocalSource } from "@/lib/collab/client/local-source";
import type { DeckSource } from "@/lib/collab/client/deck-source";
import { publishSelections } from "@/lib/collab/client/presence";
import { createDeckCompiler } from "@/lib/deck";

const markdown = "# One\n\n---\n\n# Two\n";
let source: DeckSource;
let live: LiveDeck;
let ben: Awareness;
let follow: FollowStore;
let revealed: number[];
let gone: string[];
let stops: (() => void)[];

beforeEach(() => {
  source = createLocalSource(markdown, { name: "Ana", color: "#0b7285" });
  live = createLiveDeck({ text: source.text, compiler: createDeckCompiler({}), initialMarkdown: undefined, schedule: now });
  revealed = [];
  gone = [];
  follow = createFollowStore({ source, live, reveal: (offset) => revealed.push(offset), onGone: ({ name }) => gone.push(name) });
  ben = new Awareness(new Y.Doc());
  // Somebody else of the same name and colour: only the id tells them apart.
  const namesake = new Awareness(new Y.Doc());
  stops = [live.start(), follow.start()];
  come(namesake, { id: "another ben", name: "Ben", color: "#c2255c" }, 0);
  come(ben, { id: "ben", name: "Ben", color: "#c2255c" }, markdown.length);
  stops.push(() => {
    namesake.doc.destroy();
    ben.doc.destroy();
  });
});
afterEach(() => {
  for (const stop of stops) stop();
  source.stop();
});

function now(task: () => void): () => void {
  task();
  return () => undefined;
}

function come(peer: Awareness, user: object, caret: number): void {
  Y.applyUpdate(peer.doc, Y.encodeStateAsUpdate(source.doc));
  peer.setLocalStateField("user", user);
  publishSelections(peer, peer.doc.getText("markdown"), [{ anchor: caret, head: caret }]);
  show(peer);
}

function show(peer: Awareness): void {
  applyAwarenessUpdate(source.awareness, encodeAwarenessUpdate(peer, [peer.clientID]), "test");
}

test("following brings their caret into view and knows their slide", () => {
  follow.toggle("ben");
  expect(follow.get()).toMatchObject({ person: { id: "ben" }, offset: markdown.length, slideIndex: 1 });
  expect(revealed).toEqual([markdown.length]);
});

test("the view goes along as they move", async () => {
  follow.toggle("ben");
  publishSelections(ben, ben.doc.getText("markdown"), [{ anchor: 2, head: 2 }]);
  show(ben);
  await Promise.resolve();
  expect(follow.get()).toMatchObject({ offset: 2, slideIndex: 0 });
  expect(revealed).toEqual([markdown.length, 2]);
});

test("a second press lets them go", () => {
  follow.toggle("ben");
  follow.toggle("ben");
  expect(follow.get()).toBeUndefined();
});

test("writing oneself ends it; what they write does not", () => {
  follow.toggle("ben");
  ben.doc.getText("markdown").insert(0, "by Ben ");
  Y.applyUpdate(source.doc, Y.encodeStateAsUpdate(ben.doc));
  expect(follow.get()?.person.id).toBe("ben");
  source.doc.transact(() => source.text.insert(0, "by Ana "));
  expect(follow.get()).toBeUndefined();
});

test("when they leave it ends, and is told; a lost connection is told elsewhere", () => {
  follow.toggle("ben");
  removeAwarenessStates(source.awareness, [ben.clientID], "test");
  expect(follow.get()).toBeUndefined();
  expect(gone).toEqual(["Ben"]);
  follow.toggle("another ben");
  source.people.lose({ id: "another ben", name: "Ben", color: "#c2255c" });
  expect(follow.get()?.person.id).toBe("another ben");
});

test("nobody follows themselves", () => {
  const self = source.people.get().find(({ isSelf }) => isSelf);
  follow.toggle(self?.id ?? "");
  expect(follow.get()).toBeUndefined();
});
