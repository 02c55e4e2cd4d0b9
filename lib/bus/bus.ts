/**
 * Short messages between the processes of one installation. A message may be lost, come twice or out of order: whoever
 * listens must find out from Postgres what is true, and takes the message as a hint to look now. `openBus` opens the one that the environment asks for.
 */
export interface Bus {
  /** Sends to every listener of the channel, in this process too. Never throws and never waits. */
  publish(channel: string, message: Uint8Array): void;
  /** Returns the stop. A listener that throws is logged and harms no other. */
  subscribe(channel: string, listener: (message: Uint8Array) => void): () => void;
  /** Longer messages are not carried: leave the data out and let listeners fetch it. */
  readonly maxMessageBytes: number;
  /** False while other processes can't be heard; listeners then look by themselves more often. */
  isConnected(): boolean;
  /** False while this process is alone for certain: what is said to others need not be put into words. */
  hasOthers(): boolean;
  listeners(): number;
  stop(): Promise<void>;
}
