/** A client's connection, whatever carries it. */
export interface Socket {
  /** Sends a frame, and with it what may go with it; never throws, also after the end. */
  readonly send: (frame: Uint8Array, company?: Uint8Array) => void;
  /** From now on frames are handed on, those first that came meanwhile. */
  readonly begin: () => void;
  /** Says why, and ends the connection even where the other side doesn't answer. No frame is handed on any more. */
  readonly close: (code: number, reason: string) => void;
  /** What was sent and has not left this machine yet. */
  readonly bufferedBytes: () => number;
  /** Stops reading, so that TCP holds the sender back. */
  readonly pause: () => void;
  readonly resume: () => void;
  /** False while this side doesn't read, for whatever reason, and while something that it read waits for its turn. */
  readonly isReading: () => boolean;
  /** Grows with whatever arrives, also a part of a frame. */
  readonly receivedBytes: () => number;
}
