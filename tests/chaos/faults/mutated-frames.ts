import type { WebSocket } from "ws";
import * as Y from "yjs";
import { encodeAwareness, encodeFenceRequest, encodeSyncStep1, encodeSyncStep2, encodeUpdate } from "@/lib/collab/protocol/frames";
import { socketOf } from "@/tests/chaos/bare-socket";
import type { Fault } from "@/tests/chaos/fault";

const frames = 40_000;
/** About every second frame costs its sender the connection: while one comes back, others are at it. */
const attackers = 48;
/** A machine that is busy with something else looks at fewer. */
const patienceMs = 100_000;
/** A token holds for twice as long. */
const renewTokenMs = 30_000;

/** People who may write send what is nearly a frame, and one close after the other is the answer. */
export const mutatedFrames: Fault = {
  name: "up to 40,000 mutated frames",
  // What the attack takes of this run's own machine, the people on it have not.
  typists: 6,
  act: async ({ hosts, stayed, random, remark, complain }) => {
    const deadline = performance.now() + patienceMs;
    const ports = hosts.map((host) => host.process().port);
    let { token } = await stayed.tokenAt(ports[0] ?? 0);
    let askedMs = performance.now();
    let begun = 0;
    let judged = 0;
    let closed = 0;
    async function comeBack(port: number): Promise<WebSocket> {
      if (performance.now() - askedMs > renewTokenMs) {
        askedMs = performance.now();
        ({ token } = await stayed.tokenAt(port));
      }
      return socketOf(stayed, { port, token });
    }
    async function attack(_: unknown, index: number): Promise<void> {
      // Each has their own: one number in two processes is another fault than this.
      const sound = soundFrames(random);
      let socket: WebSocket | undefined;
      while (begun < frames && performance.now() < deadline) {
        socket ??= await comeBack(ports[index % ports.length] ?? 0);
        if (socket.readyState !== socket.OPEN) {
          socket = undefined;
          continue;
        }
        if (begun++ >= frames) break;
        const isOpen = await leavesOpen(socket, mutate(sound[Math.floor(random() * sound.length)] ?? new Uint8Array(), random));
        judged++;
        if (isOpen) continue;
        closed++;
        socket = undefined;
      }
      socket?.terminate();
    }
    await Promise.all(Array.from({ length: attackers }, attack));
    remark(`${judged} frames, ${closed} of them closed their sender`);
    if (closed === 0) complain("no frame was refused");
  },
};

/** Does a frame leave the connection open? A ping behind it is answered then: a socket that closes answers none. */
async function leavesOpen(socket: WebSocket, frame: Uint8Array): Promise<boolean> {
  const isOpen = new Promise<boolean>((resolve) => {
    socket.once("pong", () => resolve(true)).once("close", () => resolve(false));
  });
  socket.send(frame);
  socket.ping();
  return isOpen.finally(() => socket.removeAllListeners("pong").removeAllListeners("close"));
}

/** Enough that two mutants of one are seldom the same. */
const docs = 20;

/** What a client might say, made once: a document for each frame would take longer than judging it. */
function soundFrames(random: () => number): readonly Uint8Array[] {
  return Array.from({ length: docs }, () => {
    const doc = new Y.Doc();
    doc.getText("markdown").insert(0, "x".repeat(1 + Math.floor(random() * 20)));
    doc.getText("markdown").delete(0, 1);
    const update = Y.encodeStateAsUpdate(doc);
    // Updates most of all: they go deepest.
    return [
      ...Array.from({ length: 4 }, () => encodeUpdate(update)),
      encodeSyncStep2(update),
      encodeSyncStep1(Y.encodeStateVector(doc)),
      encodeAwareness(Uint8Array.of(1, 7, 1, 2, 123, 125)),
      encodeFenceRequest(1),
    ];
  }).flat();
}

/** Seldom much of it: what is spoilt a little goes deepest. */
function mutate(frame: Uint8Array, random: () => number): Uint8Array {
  const at = () => Math.floor(random() * frame.byteLength);
  const kind = random();
  if (kind < 0.05) return frame.slice(0, at());
  // A hole, or a piece that is there twice.
  if (kind < 0.15) return Uint8Array.of(...frame.slice(0, at()), ...frame.slice(at()));
  const mutated = kind < 0.2 ? Uint8Array.of(...frame, ...frame.slice(at())) : frame.slice();
  for (let count = random() < 0.8 ? 1 : 3; count > 0; count--) mutated[at()] = Math.floor(random() * 256);
  return mutated;
}
