import { closeCodes, type CloseCode } from "@/lib/collab/protocol/close-codes";
import {
  decodeClientFrame,
  encodeAwareness,
  encodeFence,
  encodeHealth,
  encodeRole,
  encodeSyncStep1,
  type ClientFrame,
  type CollabRole,
  type FenceStatus,
} from "@/lib/collab/protocol/frames";
import { encodeHello, encodeHint } from "@/lib/collab/protocol/hello";
import { announcedLimits } from "@/lib/collab/protocol/limits";
import type { Identity } from "@/lib/collab/server/awareness-table";
import type { Session, SessionRoom } from "@/lib/collab/server/session";
import { createOutbox } from "@/lib/collab/server/outbox";
import type { Socket } from "@/lib/collab/server/socket";
import type { Tuning } from "@/lib/collab/server/tuning";

/** Our client has one fence on its way at a time. */
const maxFences = 1_000;

/** What this connection's writes are worth, and with them its fences. */
type Standing =
  /** All it sent is in the document. */
  | { readonly state: "sound" }
  /** It was asked for all it has; fences wait for the answer. */
  | { readonly state: "asked"; readonly timer: NodeJS.Timeout }
  /** Something it sent was dropped: for its role, or because what it builds on never came. */
  | { readonly state: "broken"; readonly status: Extract<FenceStatus, "roleDenied" | "rejected"> };

interface WaitingFence {
  readonly version: number;
  /** Durable once so many of the room's changes are; undefined while the standing is in doubt. */
  readonly mark: number | undefined;
}

type State =
  | { readonly state: "joining"; role: CollabRole | undefined }
  | {
      readonly state: "live";
      readonly room: SessionRoom;
      role: CollabRole;
      standing: Standing;
      holdsBack: boolean;
      fences: readonly WaitingFence[];
      /** The connection ended; what came before it is still being worked in. */
      isGone: boolean;
    }
  | { readonly state: "closed" };

export interface SessionOptions {
  readonly identity: Identity;
  /** Who they were before, in the same page. */
  readonly formerIds: readonly string[];
  readonly nowMs: number;
  readonly tuning: Tuning;
}

/** One person's connection, from the moment it is there. What they send waits at the socket until `start` lets them into a room. */
export function createSession(socket: Socket, { identity, formerIds, nowMs, tuning }: SessionOptions): Session {
  let state: State = { state: "joining", role: undefined };
  // Who reads too slowly did not go: their line is too thin, or broken already.
  const outbox = createOutbox(socket, { nowMs, onTooSlow: () => close(closeCodes.overloaded, "reads too slowly", { isLost: true }) });

  function close(code: CloseCode, reason: string, end = { isLost: false }): void {
    if (state.state === "closed") return;
    leave(end);
    socket.close(code, reason);
  }

  function leave({ isLost }: { readonly isLost: boolean }): void {
    const before = state;
    state = { state: "closed" };
    if (before.state !== "live") return;
    if (before.standing.state === "asked") clearTimeout(before.standing.timer);
    before.room.leave(session, { isLost });
  }

  function receive(bytes: Uint8Array): void {
    // A room that ends says so itself; whatever it took after that would be called stored and be gone.
    if (state.state === "live" && state.room.isOpen()) handle(decodeClientFrame(bytes), state);
  }

  function handle(frame: ClientFrame, live: Extract<State, { state: "live" }>): void {
    const isText = frame.type === "sync-step-2" || frame.type === "update";
    // Who is gone needs no answer, and a process that is busy with what they sent no more to do.
    if (live.isGone && !isText) return;
    switch (frame.type) {
      case "sync-step-1":
        return answerStep1(live.room, frame.stateVector);
      case "sync-step-2":
      case "update":
        return write(frame.update, live, frame.type === "sync-step-2");
      case "awareness":
        return live.room.takeAwareness(session, frame.update);
      case "query-awareness":
        return outbox.send(encodeAwareness(live.room.encodeAwareness()));
      case "fence":
        return fence(frame.version, live);
      case "unknown":
        return;
      case "malformed":
        return close(closeCodes.badUpdate, "sent something that is no frame");
    }
  }

  function answerStep1(room: SessionRoom, stateVector: Uint8Array): void {
    const answer = room.answerStep1(stateVector);
    // For this client alone: a diff for one may delete text from another (hocuspocus#1151).
    if (answer === undefined) close(closeCodes.badUpdate, "sent something that is no state vector");
    else outbox.send(answer);
  }

  function write(update: Uint8Array, live: Extract<State, { state: "live" }>, isAnswer: boolean): void {
    if (live.role !== "edit") return breakStanding(live, "roleDenied");
    // What it builds on was dropped: more of the same can't be taken either until the client has said all it has.
    const result = live.room.write(session, update, { isAnswer });
    switch (result.state) {
      case "taken":
        if (isAnswer) live.holdsBack = !result.isWhole;
        // Also one that came late: now all it shows is here.
        if (isAnswer && live.standing.state !== "sound") becomeSound(live);
        return;
      case "gap":
        if (isAnswer) breakStanding(live, "rejected");
        else if (live.standing.state === "sound") ask(live);
        return;
      case "refused":
        return close(result.code, result.reason);
    }
  }

  /** Asks for everything the client has that is not here; its fences wait until the answer is in. */
  function ask(live: Extract<State, { state: "live" }>): void {
    if (live.standing.state === "asked") clearTimeout(live.standing.timer);
    awaitAnswer(live);
    outbox.send(encodeSyncStep1(live.room.encodeStateVector()));
  }

  /** Time runs only for who is read from and sends nothing: a long answer takes its time on a thin line. */
  function awaitAnswer(live: Extract<State, { state: "live" }>): void {
    const received = socket.receivedBytes();
    const timer = setTimeout(() => {
      if (socket.isReading() && socket.receivedBytes() === received) breakStanding(live, "rejected");
      else awaitAnswer(live);
    }, tuning.resyncGraceMs);
    live.standing = { state: "asked", timer };
  }

  function becomeSound(live: Extract<State, { state: "live" }>): void {
    if (live.standing.state === "asked") clearTimeout(live.standing.timer);
    live.standing = { state: "sound" };
    const mark = live.room.enqueued();
    live.fences = live.fences.map((waiting) => (waiting.mark === undefined ? { ...waiting, mark } : waiting));
    settleFences();
  }

  function breakStanding(live: Extract<State, { state: "live" }>, status: Extract<FenceStatus, "roleDenied" | "rejected">): void {
    if (live.standing.state === "asked") clearTimeout(live.standing.timer);
    live.standing = { state: "broken", status };
    const inDoubt = live.fences.filter(({ mark }) => mark === undefined);
    live.fences = live.fences.filter(({ mark }) => mark !== undefined);
    for (const { version } of inDoubt) outbox.send(encodeFence({ version, status, seq: live.room.appliedSeq() }));
  }

  function fence(version: number, live: Extract<State, { state: "live" }>): void {
    const { room } = live;
    if (live.fences.length >= maxFences) return close(closeCodes.overloaded, "asks for more than can be answered");
    // By now it may show what it held back as it was asked, which came by no frame of its own.
    if (live.holdsBack && live.standing.state === "sound") ask(live);
    const { standing } = live;
    switch (standing.state) {
      case "broken":
        return outbox.send(encodeFence({ version, status: standing.status, seq: room.appliedSeq() }));
      case "asked":
        live.fences = [...live.fences, { version, mark: undefined }];
        return;
      case "sound":
        // Everything in the room by now, whoever wrote it: what this client resent after a reconnect looks like nothing new.
        live.fences = [...live.fences, { version, mark: room.enqueued() }];
        settleFences();
    }
  }

  function settleFences(): void {
    if (state.state !== "live" || state.fences.length === 0 || !state.room.isOpen()) return;
    const { room } = state;
    const isDurable = ({ mark }: WaitingFence) => mark !== undefined && mark <= room.durable();
    const durable = state.fences.filter(isDurable);
    if (durable.length === 0) return;
    state.fences = state.fences.filter((waiting) => !isDurable(waiting));
    for (const { version } of durable) outbox.send(encodeFence({ version, status: "durable", seq: room.appliedSeq() }));
  }

  const session: Session = {
    identity,
    isOrWas: (userId) => userId === identity.id || formerIds.includes(userId),
    receive,
    start: (room, { role: roleAtDoor, durability }) => {
      if (state.state !== "joining") return;
      // What was found out while the room was loaded is newer.
      const role = room.allows(state.role ?? roleAtDoor);
      // Who may not write is not asked for what they have, so nothing is known of it.
      const standing: Standing = role === "edit" ? { state: "sound" } : { state: "broken", status: "roleDenied" };
      const live: State = { state: "live", room, role, standing, holdsBack: false, fences: [], isGone: false };
      state = live;
      const hello = { gen: room.generation, role, user: identity, seq: room.appliedSeq(), limits: announcedLimits, durability };
      outbox.send(encodeHello(room.isDamaged ? { ...hello, isDamaged: true } : hello));
      if (room.health() !== "ok") outbox.send(encodeHealth(room.health()));
      room.join(session);
      if (role === "edit") ask(live);
      outbox.send(encodeAwareness(room.encodeAwareness()));
      socket.begin();
    },
    setRole: ({ role: granted, by }) => {
      if (state.state === "joining") state.role = granted;
      if (state.state !== "live") return;
      const role = state.room.allows(granted);
      if (state.role === role) return;
      state.role = role;
      outbox.send(encodeRole({ role, by }));
      // What was dropped while it was smaller is asked for again.
      if (role === "edit") ask(state);
    },
    setHealth: (health) => outbox.send(encodeHealth(health)),
    hint: (hint) => {
      if (state.state === "live") outbox.send(encodeHint(hint));
    },
    settleFences,
    send: outbox.send,
    sendAwareness: outbox.sendAwareness,
    beat: outbox.beat,
    pause: socket.pause,
    resume: socket.resume,
    close,
    gone: (end) => {
      if (state.state !== "live") return leave(end);
      state.isGone = true;
      state.room.hide(session, end);
    },
    ended: leave,
    isOpen: () => state.state !== "closed",
    isSound: () => state.state === "live" && !state.isGone && state.standing.state === "sound",
  };
  return session;
}
