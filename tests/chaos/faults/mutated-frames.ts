import type { WebSocket } from "ws";
import * as Y from "yjs";
import { encodeAwareness, encodeFenceRequest, encodeSyncStep1, encodeSyncStep2, encodeUpdate, frameTypes } from "@/lib/collab/protocol/frames";
import { socketOf } from "@/tests/chaos/bare-socket";
import type { Fault } from "@/tests/chaos/fault";

const frames = 40_000;
const attackers = 8;
/** Less than a token holds for. */
const patienceMs = 45_000;

/** People who may write send what is nearly a frame, and one close after the other is the answer. */
export const mutatedFrames: Fault = {
  name: "up to 40,000 mutated frames",
  act: async ({ hosts, stayed, random, remark, complain }) => {
    const deadline = performance.now() + patienceMs;
    const ports = hosts.map((host) => host.process().port);
    const { token } = await stayed.tokenAt(ports[0] ?? 0);
    let sent = 0;
    let closed = 0;
    async function attack(_: unknown, index: number): Promise<void> {
      const port = ports[index % ports.length] ?? 0;
      let socket: WebSocket | undefined;
      while (sent < frames && performance.now() < deadline) {
        socket ??= await socketOf(stayed, { port, token });
        sent++;
        if (await survives(socket, mutate(frameOf(random), random))) continue;
        closed++;
        socket = undefined;
      }
      socket?.terminate();
    }
    await Promise.all(Array.from({ length: attackers }, attack));
    remark(`${sent} frames, ${closed} of them closed their sender`);
    if (closed === 0) complain("no frame was refused");
  },
};

/** Sends a frame and waits for what it makes of the connection: an answer to the question behind it, or its end. */
function survives(socket: WebSocket, frame: Uint8Array): Promise<boolean> {
  return new Promise((resolve) => {
    const done = (isOpen: boolean) => {
      socket.off("message", hear);
      socket.off("close", end);
      resolve(isOpen);
    };
    const hear = (data: Buffer) => {
      if (data[0] === frameTypes.awareness) done(true);
    };
    const end = () => done(false);
    socket.on("message", hear);
    socket.on("close", end);
    socket.send(frame);
    socket.send(Uint8Array.of(frameTypes.queryAwareness));
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
  if (kind < 0.3) return Uint8Array.of(...frame.slice(0, at()), ...frame.slice(at()));
  const mutated = kind < 0.4 ? Uint8Array.of(...frame, ...frame.slice(at())) : frame.slice();
  for (let count = 1 + Math.floor(random() * 3); count > 0; count--) mutated[at()] = Math.floor(random() * 256);
  return mutated;
}
