import type { Session } from "@/lib/collab/server/session";
import type { Tuning } from "@/lib/collab/server/tuning";

/** Who is not read from because too much of what was written waits to be stored: in one deck, or in all of this process. */
export interface HeldBack {
  /** So much of a room's text waits now, after somebody wrote. */
  readonly noteWritten: (room: object, pendingBytes: number, session: Session) => void;
  /** So much of a room's text waits still, after some was stored; nothing once the room is gone. */
  readonly noteStored: (room: object, pendingBytes: number) => void;
  readonly forget: (session: Session) => void;
}

/** Counts for all rooms of this process; both bounds are bytes of updates. */
export function createHeldBack({ maxPendingBytes, maxPendingBytesOfAll }: Tuning): HeldBack {
  const pending = new Map<object, number>();
  const held = new Map<Session, object>();
  let total = 0;

  function note(room: object, bytes: number): void {
    total += bytes - (pending.get(room) ?? 0);
    if (bytes === 0) pending.delete(room);
    else pending.set(room, bytes);
  }

  const isFull = (room: object) => total >= maxPendingBytesOfAll || (pending.get(room) ?? 0) >= maxPendingBytes;

  return {
    noteWritten: (room, bytes, session) => {
      note(room, bytes);
      if (!isFull(room)) return;
      held.set(session, room);
      session.pause();
    },
    noteStored: (room, bytes) => {
      note(room, bytes);
      for (const [session, heldIn] of held) {
        if (isFull(heldIn)) continue;
        held.delete(session);
        session.resume();
      }
    },
    forget: (session) => held.delete(session),
  };
}
