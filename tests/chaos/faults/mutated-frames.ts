import type { WebSocket } from "ws";
import * as Y from "yjs";
import { encodeAwareness, encodeFenceRequest, encodeSyncStep1, encodeSyncStep2, encodeUpdate } from "@/lib/collab/protocol/frames";
import { socketOf } from "@/tests/chaos/bare-socket";
import type { Fault } from "@/tests/chaos/fault";

const frames = 40_000;
const attackers = 24;
/** So many are on their way on one connection at a time. */
const atOnce = 50;
/** Less than a token holds for. */
const patienceMs = 50_000;

/** People who may write send what is nearly a frame, and one close after the other is the answer. */
export const mutatedFrames: Fault = {
  name: "up to 40,000 mutated frames",
  act: async ({ hosts, stayed, random, remark, complain }) => {
    const deadline = performance.now() + patienceMs;
    const ports = hosts.map((host) => host.process().port);
    const { token } = await stayed.tokenAt(ports[0] ?? 0);
    let left = frames;
    let handled = 0;
    let closed = 0;
    async function attack(_: unknown, index: number): Promise<void> {
      const port = ports[index % ports.length] ?? 0;
      let socket: WebSocket | undefined;
      let batch: readonly Uint8Array[] = [];
      while (performance.now() < deadline) {
        if (batch.length === 0) {
          batch = Array.from({ length: Math.min(atOnce, left) }, () => mutate(frameOf(random), random));
          left -= batch.length;
        }
        if (batch.length === 0) break;
        socket ??= await socketOf(stayed, { port, token });
        if (socket.readyState !== socket.OPEN) {
          socket = undefined;
          continue;
        }
        const survived = await countSurvived(socket, batch);
        const isClosed = survived < batch.length;
        handled += survived + (isClosed ? 1 : 0);
        closed += isClosed ? 1 : 0;
        // What was behind the one that closed the connection was not looked at.
        batch = batch.slice(survived + 1);
        if (isClosed) socket = undefined;
      }
      socket?.terminate();
    }
    await Promise.all(Array.from({ length: attackers }, attack));
    remark(`${handled} frames, ${closed} of them closed their sender`);
    if (closed === 0) complain("no frame was refused");
  },
};

/** Sends frames with a ping behind each, and counts those that leave the connection open: a socket that closes answers none. */
function countSurvived(socket: WebSocket, batch: readonly Uint8Array[]): Promise<number> {
  return new Promise((resolve) => {
    let survived = 0;
    const hear = () => {
      if (++survived === batch.length) done();
    };
    const done = () => {
      socket.off("pong", hear);
      socket.off("close", done);
      resolve(survived);
    };
    socket.on("pong", hear);
    socket.on("close", done);
    for (const frame of batch) {
      socket.send(frame);
      socket.ping();
    }
  });
}

/** What a client might say. */
function frameOf(random: () => number): Uint8Array {
  const doc = new Y.Doc();
  doc.getText("markdown").insert(0, "x".repeat(1 + Math.floor(random() * 20)));
  doc.getText("markdown").delete(0, 1);
  const update = Y.encodeStateAsUpdate(doc);
  const kinds = [
    () => encodeUpdate(update),
    () => encodeSyncStep2(update),
    () => encodeSyncStep1(Y.encodeStateVector(doc)),
    () => encodeAwareness(Uint8Array.of(1, 7, 1, 2, 123, 125)),
    () => encodeFenceRequest(1),
  ];
  // Updates most of all: they go deepest.
  return (kinds[Math.floor(random() * 8)] ?? kinds[0] ?? (() => update))();
}

function mutate(frame: Uint8Array, random: () => number): Uint8Array {
  const at = () => Math.floor(random() * frame.byteLength);
  const kind = random();
  if (kind < 0.15) return frame.slice(0, at());
  // A hole, or a piece that is there twice.
  if (kind < 0.3) return Uint8Array.of(...frame.slice(0, at()), ...frame.slice(at()));
  const mutated = kind < 0.4 ? Uint8Array.of(...frame, ...frame.slice(at())) : frame.slice();
  for (let count = 1 + Math.floor(random() * 3); count > 0; count--) mutated[at()] = Math.floor(random() * 256);
  return mutated;
}
