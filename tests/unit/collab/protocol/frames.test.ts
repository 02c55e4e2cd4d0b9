import * as decoding from "lib0/decoding";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  collabRoles,
  decodeClientFrame,
  encodeAwareness,
  encodeFence,
  encodeFenceRequest,
  encodeHealth,
  encodeRole,
  encodeSyncStep1,
  encodeSyncStep2,
  encodeUpdate,
  frameTypes,
  healthStates,
  keepAliveFrame,
  readFence,
  readHealth,
  readRole,
} from "@/lib/collab/protocol/frames";
import { encodeHello, encodeHint, readHello, readHint } from "@/lib/collab/protocol/hello";

/** A decoder behind the type, as y-websocket hands it to a handler. */
function behindType(frame: Uint8Array, type: number): decoding.Decoder {
  const decoder = decoding.createDecoder(frame);
  expect(decoding.readVarUint(decoder)).toBe(type);
  return decoder;
}

test("frames of a client are read back as they were written", () => {
  const body = Uint8Array.of(1, 2, 3);
  expect(decodeClientFrame(encodeSyncStep1(body))).toEqual({ type: "sync-step-1", stateVector: body });
  expect(decodeClientFrame(encodeSyncStep2(body))).toEqual({ type: "sync-step-2", update: body });
  expect(decodeClientFrame(encodeUpdate(body))).toEqual({ type: "update", update: body });
  expect(decodeClientFrame(encodeAwareness(body))).toEqual({ type: "awareness", update: body });
  expect(decodeClientFrame(encodeFenceRequest(300))).toEqual({ type: "fence", version: 300 });
  expect(decodeClientFrame(Uint8Array.of(3))).toEqual({ type: "query-awareness" });
});

test("a fence's bytes are those of the contract: type, version, status, row", () => {
  expect([...encodeFenceRequest(5)]).toEqual([100, 5]);
  expect([...encodeFence({ version: 5, status: "durable", seq: 9 })]).toEqual([100, 5, 1, 9]);
  expect([...encodeFence({ version: 5, status: "roleDenied", seq: 9 })]).toEqual([100, 5, 2, 9]);
  expect([...encodeFence({ version: 5, status: "rejected", seq: 9 })]).toEqual([100, 5, 3, 9]);
  expect([...encodeFence({ version: 5, status: "staleGeneration", seq: 9 })]).toEqual([100, 5, 4, 9]);
});

test("frames of the server are read back as they were written", () => {
  const answer = { version: 70_000, status: "durable", seq: 5_000_000_000 } as const;
  expect(readFence(behindType(encodeFence(answer), frameTypes.fence))).toEqual(answer);
  for (const role of collabRoles) {
    expect(readRole(behindType(encodeRole({ role }), frameTypes.role))).toEqual({ role });
    expect(readRole(behindType(encodeRole({ role, by: "Ana Müller" }), frameTypes.role))).toEqual({ role, by: "Ana Müller" });
  }
  for (const health of healthStates) expect(readHealth(behindType(encodeHealth(health), frameTypes.health))).toBe(health);
  const hello = {
    gen: 2,
    role: "edit",
    user: { id: "x", name: "Ana", color: "#0b7285" },
    seq: 7,
    limits: { frameBytes: 1, textBytes: 2 },
    durability: "fsync",
  } as const;
  expect(readHello(behindType(encodeHello(hello), frameTypes.hello))).toEqual(hello);
  expect(readHint(behindType(encodeHint({ kind: "comments", rev: 3 }), frameTypes.hint))).toEqual({ kind: "comments", rev: 3 });
});

test("a role is read by pages that know no name beside it, and from servers that send none or something else there", () => {
  expect([...encodeRole({ role: "comment" })]).toEqual([102, 1]);
  expect([...encodeRole({ role: "comment", by: "Ana" })].slice(0, 2)).toEqual([102, 1]);
  for (const rest of [[], [0], [9, 65], [1, 255]]) {
    expect(readRole(decoding.createDecoder(Uint8Array.of(1, ...rest)))).toEqual({ role: "comment", by: undefined });
  }
  expect(readRole(decoding.createDecoder(Uint8Array.of(77)))).toBeUndefined();
});

test("an unknown status is no answer, least of all Saved", () => {
  expect(readFence(decoding.createDecoder(Uint8Array.of(5, 77, 1)))).toBeUndefined();
});

test("the sign of life speaks of nobody", () => {
  expect([...keepAliveFrame]).toEqual([frameTypes.awareness, 1, 0]);
});

test("[I15] no bytes make the decoder throw", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
      expect(() => decodeClientFrame(bytes)).not.toThrow();
    }),
  );
});
