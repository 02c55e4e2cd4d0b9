/** A client's connection, whatever carries it. */
export interface Socket {
  /** Sends a frame, and with it what may go with it; never throws, also after the end. */
  readonly send: (frame: Uint8Array, company?: Uint8Array) => void;
  /** Says why, and ends the connection even where the other side doesn't answer. */
  readonly close: (code: number, reason: string) => void;
  /** What was sent and has not left this machine yet. */
  readonly bufferedBytes: () => number;
  /** Stops reading, so that TCP holds the sender back. */
  readonly pause: () => void;
  readonly resume: () => void;
  /** False while this side doesn't read, for whatever reason. */
  readonly isReading: () => boolean;
  /** Grows with whatever arrives, also a part of a frame. */
  readonly receivedBytes: () => number;
}
