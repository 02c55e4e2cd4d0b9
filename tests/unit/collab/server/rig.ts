import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import { deckIdSchema } from "@/lib/api/ids";
import { encodeSyncStep2, frameTypes, type CollabRole } from "@/lib/collab/protocol/frames";
import type { FlushTarget } from "@/lib/collab/server/flush";
import { createHeldBack } from "@/lib/collab/server/held-back";
import type { DeckMessage } from "@/lib/collab/server/deck-messages";
import { createRoom, type Room } from "@/lib/collab/server/room";
import { createSession } from "@/lib/collab/server/create-session";
import type { Socket } from "@/lib/collab/server/socket";
import { defaultTuning, type Tuning } from "@/lib/collab/server/tuning";
import type { UpdateLog } from "@/lib/collab/server/update-log";
import { createLog } from "@/lib/log";
import { stateOf } from "@/tests/unit/collab/server/written-docs";

const deckId = deckIdSchema.parse("00000000-0000-4000-8000-000000000001");
const log = createLog("silent");

/** What somebody may do, and who they were before. */
interface Joining {
  readonly role?: CollabRole;
  readonly formerly?: readonly string[];
}

/** What a client says that has all there is, and writes nothing. */
export const nothingMore = encodeSyncStep2(stateOf(""));

/** What a client says of itself. */
export function awarenessOf(client: number, state: unknown = { user: {} }): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const number of [1, client, 1]) encoding.writeVarUint(encoder, number);
  encoding.writeVarString(encoder, JSON.stringify(state));
  return encoding.toUint8Array(encoder);
}

/** All that a page has beyond a document, as it answers when it is asked. */
export function answerOf(page: Y.Doc, doc: Y.Doc): Uint8Array {
  return encodeSyncStep2(Y.encodeStateAsUpdate(page, Y.encodeStateVector(doc)));
}

/** A log that knows these answers; asked for anything else it fails. */
export function updateLogOf(answers: Partial<UpdateLog>): UpdateLog {
  const never = () => Promise.reject(new Error("not asked for here"));
  return { append: never, pull: never, pullBefore: never, heads: never, quarantine: never, durability: never, ...answers };
}

/** The same deck in two processes. What each tells the other is passed on when a test does it. */
export function openTwoRigs(markdown: string) {
  const state = stateOf(markdown);
  return [openRig(state), openRig(state)] as const;
}

/** A room whose rows are committed when a test says so, with people on sockets that are arrays. */
export function openRig(text: string | Uint8Array, { hasOthers = true, ...tuned }: Partial<Tuning> & { readonly hasOthers?: boolean } = {}) {
  const tuning = { ...defaultTuning, ...tuned };
  const doc = new Y.Doc();
  Y.applyUpdate(doc, typeof text === "string" ? stateOf(text) : text);
  let target: FlushTarget | undefined;
  let seq = 1;
  const told: DeckMessage[] = [];
  const broken: Room[] = [];
  const quarantined: string[] = [];
  const room = createRoom({
    deckId,
    loaded: { doc, generation: 1, headSeq: seq, isDamaged: false },
    updateLog: updateLogOf({ quarantine: async ({ reason }) => void quarantined.push(reason) }),
    flusher: {
      request: (asking) => {
        target = asking;
      },
      stop: () => undefined,
    },
    heldBack: createHeldBack(tuning),
    log,
    tuning,
    tell: (message) => told.push(message),
    maxMessageBytes: 8_000,
    hasOthers: () => hasOthers,
    onSettled: async () => undefined,
    onWritten: () => undefined,
    onGrown: () => undefined,
    onEmpty: () => undefined,
    onFull: () => undefined,
    onBroken: (room) => broken.push(room),
  });

  function connect(name: string, { role = "edit", formerly = [] }: Joining = {}) {
    const wire = createWire();
    const session = createSession(wire.socket, { identity: { id: name, name, color: "red" }, formerIds: formerly, nowMs: 0, tuning });
    return { ...wire, session, start: () => session.start(room, { role, durability: "fsync" }) };
  }

  return {
    room,
    told,
    broken,
    quarantined,
    doc,
    connect,
    /** Somebody who is in, and was asked what they have. */
    join: (name: string, joining?: Joining) => {
      const person = connect(name, joining);
      person.start();
      return person;
    },
    /** Between what is told and its row. */
    headStartMs: () => target?.headStartMs(),
    /** Between one row and the next. */
    restMs: () => target?.restMs(),
    /** Commits what waits, as one row. */
    commit: () => {
      if (target?.take() !== undefined) target.settle({ state: "committed", seq: ++seq, logRows: 1, logBytes: 1 });
    },
  };
}

/** A socket whose other end reads at once, or not at all. */
export function createWire() {
  const frames: Uint8Array[] = [];
  const closes: number[] = [];
  const state = { hasBegun: false, isStalled: false, isPaused: false, buffered: 0, received: 0, onSend: (): void => undefined };
  const socket: Socket = {
    send: (frame, company) => {
      const sent = company === undefined ? [frame] : [frame, company];
      frames.push(...sent);
      state.onSend();
      if (state.isStalled) state.buffered += sent.reduce((sum, { byteLength }) => sum + byteLength, 0);
    },
    begin: () => {
      state.hasBegun = true;
    },
    close: (code) => closes.push(code),
    bufferedBytes: () => state.buffered,
    pause: () => {
      state.isPaused = true;
    },
    resume: () => {
      state.isPaused = false;
    },
    isReading: () => !state.isPaused,
    receivedBytes: () => state.received,
  };
  const fences = () => frames.filter((frame) => frame[0] === frameTypes.fence).map((frame) => [...frame.slice(1, 3)]);
  return { socket, frames, closes, state, fences };
}
