import { createInboundPace } from "@/lib/collab/server/inbound-pace";
import type { Turns } from "@/lib/collab/server/turns";

/**
 * So much of a connection may wait for its turn before no more is read: a frame that waits takes half a kilobyte, however
 * short it is. A stock client greets with three.
 */
const maxWaiting = { frames: 1_000, bytes: 256 * 1024 };

/** The frames of one connection, from the moment they were read to the one in which they are handled. */
export interface Inbound {
  readonly take: (frame: Uint8Array) => void;
  /** From now on frames are handled, those first that came meanwhile. Until then they wait. */
  readonly begin: () => void;
  /** Not read from, for a reason that isn't here. */
  readonly hold: (isHeld: boolean) => void;
  /** Is it read from, and has all that was read been handled? */
  readonly isReading: () => boolean;
  /** Nothing is wanted of it any more: what waits is forgotten, and what comes is not kept. */
  readonly dismiss: () => void;
  /** It ended, and nothing more comes: calls `onDone` once what came has been handled, or nobody ever will. */
  readonly end: (onDone: () => void) => void;
}

export interface InboundOptions {
  readonly turns: Turns;
  /** It must not throw. */
  readonly handle: (frame: Uint8Array) => void;
  /** Stops reading, and goes on. It is read from to begin with. */
  readonly pause: () => void;
  readonly resume: () => void;
}

/** For one connection. Keeps no timer after `end` has called back. */
export function createInbound({ turns, handle, pause, resume }: InboundOptions): Inbound {
  const waiting = { frames: 0, bytes: 0 };
  let hasBegun = false;
  let isHeld = false;
  let isFull = false;
  let isDismissed = false;
  let isReading = true;
  let onEnd: (() => void) | undefined;
  const pace = createInboundPace(look);
  const lane = turns.openLane(pace.countWork);
  look();

  function look(): void {
    lane.rest(!hasBegun || !pace.mayWork());
    const mayRead = !isHeld && !isFull && pace.mayRead();
    if (mayRead === isReading) return;
    isReading = mayRead;
    if (isReading) resume();
    else pause();
  }

  function work(frame: Uint8Array): void {
    waiting.frames--;
    waiting.bytes -= frame.byteLength;
    handle(frame);
    if (waiting.frames === 0) nothingWaits();
  }

  function nothingWaits(): void {
    if (isFull) {
      isFull = false;
      look();
    }
    if (onEnd === undefined) return;
    pace.stop();
    const done = onEnd;
    onEnd = undefined;
    done();
  }

  function dismiss(): void {
    isDismissed = true;
    lane.clear();
    [waiting.frames, waiting.bytes] = [0, 0];
  }

  return {
    take: (frame) => {
      if (isDismissed) return;
      pace.countBytes(frame.byteLength);
      waiting.frames++;
      waiting.bytes += frame.byteLength;
      lane.run(() => work(frame));
      if (isFull || (waiting.frames <= maxWaiting.frames && waiting.bytes <= maxWaiting.bytes)) return;
      isFull = true;
      look();
    },
    begin: () => {
      hasBegun = true;
      look();
    },
    hold: (next) => {
      isHeld = next;
      look();
    },
    isReading: () => isReading && waiting.frames === 0,
    dismiss: () => {
      dismiss();
      nothingWaits();
    },
    end: (onDone) => {
      if (!hasBegun) dismiss();
      onEnd = onDone;
      if (waiting.frames === 0) nothingWaits();
    },
  };
}
