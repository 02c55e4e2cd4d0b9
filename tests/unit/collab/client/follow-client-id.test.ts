import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Awareness, encodeAwarenessUpdate } from "y-protocols/awareness";
import * as Y from "yjs";
import { followClientId } from "@/lib/collab/client/follow-client-id";

const sharedId = 4711;
let own: Y.Doc;
let other: Y.Doc;
let awareness: Awareness;
let stop: () => void;

beforeEach(() => {
  // Yjs tells of the collision on the console.
  vi.spyOn(console, "log").mockReturnValue(undefined);
  [own, other] = [new Y.Doc(), new Y.Doc()];
  own.clientID = sharedId;
  other.clientID = sharedId;
  awareness = new Awareness(own);
  awareness.setLocalStateField("user", { name: "Ana" });
  stop = followClientId(own, awareness);
});
afterEach(() => {
  stop();
  own.destroy();
  other.destroy();
  vi.restoreAllMocks();
});

function collide(): void {
  other.getText("markdown").insert(0, "by somebody with the same id");
  Y.applyUpdate(own, Y.encodeStateAsUpdate(other));
}

test("presence is told under the new id after a collision, so that its next update does not throw", () => {
  collide();
  expect(own.clientID).not.toBe(sharedId);
  expect(awareness.clientID).toBe(own.clientID);
  expect(awareness.getLocalState()).toEqual({ user: { name: "Ana" } });
  expect(() => encodeAwarenessUpdate(awareness, [own.clientID])).not.toThrow();
});

test("the old id is free for the one who has it now, whatever their clock", () => {
  collide();
  expect(awareness.getStates().has(sharedId)).toBe(false);
  expect(awareness.meta.has(sharedId)).toBe(false);
});

test("without a collision nothing changes", () => {
  own.getText("markdown").insert(0, "text");
  expect(awareness.clientID).toBe(sharedId);
});
