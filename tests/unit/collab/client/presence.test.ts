import { afterEach, expect, test } from "vitest";
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from "y-protocols/awareness";
import * as Y from "yjs";
import { createLocalSource } from "@/lib/collab/client/local-source";
import { publishSelections, readPeerSelections } from "@/lib/collab/client/presence";

const docs: Y.Doc[] = [];
afterEach(() => {
  for (const doc of docs.splice(0)) doc.destroy();
});

function makePeer(name: string, { of, id }: { readonly of: Y.Doc; readonly id?: string }) {
  const doc = new Y.Doc();
  docs.push(doc);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(of));
  const awareness = new Awareness(doc);
  awareness.setLocalStateField("user", { name, color: "#237a35", ...(id === undefined ? {} : { id }) });
  return { doc, text: doc.getText("markdown"), awareness };
}

function makeOwn(markdown: string) {
  const source = createLocalSource(markdown, { name: "Ana", color: "#0b7285" });
  docs.push(source.doc);
  return source;
}

function show(peer: { readonly awareness: Awareness }, to: Awareness): void {
  applyAwarenessUpdate(to, encodeAwarenessUpdate(peer.awareness, [peer.awareness.clientID]), "test");
}

test("carets hold to their characters while others write", () => {
  const ana = makeOwn("0123456789");
  const ben = makePeer("Ben", { of: ana.doc });
  publishSelections(ben.awareness, ben.text, [{ anchor: 3, head: 6 }]);
  show(ben, ana.awareness);
  expect(readPeerSelections(ana.awareness, ana.doc)).toMatchObject([{ name: "Ben", selections: [{ anchor: 3, head: 6 }] }]);
  ana.text.insert(0, "ab");
  expect(readPeerSelections(ana.awareness, ana.doc)).toMatchObject([{ selections: [{ anchor: 5, head: 8 }] }]);
});

test.each([
  ["no positions at all", "nonsense"],
  ["positions of another kind", [{ anchor: 3, head: { item: "x" } }]],
  ["positions this document doesn't know", [{ anchor: { item: { client: 5, clock: 9 } }, head: { item: { client: 5, clock: 9 } } }]],
  ["positions beside the text", [{ anchor: { tname: "other" }, head: { tname: "other" } }]],
])("a client that sends %s draws nothing and breaks nothing", (_what, selections) => {
  const ana = makeOwn("text");
  const odd = makePeer("Odd", { of: ana.doc });
  odd.awareness.setLocalStateField("selections", selections);
  show(odd, ana.awareness);
  expect(readPeerSelections(ana.awareness, ana.doc).flatMap((peer) => peer.selections)).toEqual([]);
});
