import { keepAliveFrame } from "@/lib/collab/protocol/frames";
import { keepAliveMs } from "@/lib/collab/protocol/limits";
import type { Socket } from "@/lib/collab/server/socket";

/** Carets are left out for a client that has so much unread. */
const dropAwarenessBytes = 256 * 1024;
/** So much unread for a while, or so much at once: the client is better off with one fresh difference. */
const slowBytes = 1024 * 1024;
const slowMs = 5_000;
const maxBufferedBytes = 8 * 1024 * 1024;

/** What goes to one client, bounded however slowly it reads. */
export interface Outbox {
  /** `carets` go with the frame where they can. */
  readonly send: (frame: Uint8Array, carets?: Uint8Array) => void;
  readonly sendAwareness: (frame: Uint8Array) => void;
  /** Called every few seconds. */
  readonly beat: (nowMs: number) => void;
}

/** `onTooSlow` is called whenever the client is found to read too slowly; whoever is told closes the socket. */
export function createOutbox(socket: Socket, { nowMs, onTooSlow }: { readonly nowMs: number; readonly onTooSlow: () => void }): Outbox {
  let hasSent = false;
  let lastSentMs = nowMs;
  let slowSinceMs: number | undefined;
  const send = (frame: Uint8Array, carets?: Uint8Array) => {
    // Looked at before: one frame may be larger than that, and goes out whole to whoever reads.
    if (socket.bufferedBytes() > maxBufferedBytes) return onTooSlow();
    hasSent = true;
    socket.send(frame, socket.bufferedBytes() <= dropAwarenessBytes ? carets : undefined);
  };
  return {
    send,
    sendAwareness: (frame) => {
      if (socket.bufferedBytes() <= dropAwarenessBytes) send(frame);
    },
    beat: (beatMs) => {
      if (hasSent) lastSentMs = beatMs;
      else if (beatMs - lastSentMs >= keepAliveMs) {
        socket.send(keepAliveFrame);
        lastSentMs = beatMs;
      }
      hasSent = false;
      if (socket.bufferedBytes() <= slowBytes) slowSinceMs = undefined;
      else slowSinceMs ??= beatMs;
      if (slowSinceMs !== undefined && beatMs - slowSinceMs >= slowMs) onTooSlow();
    },
  };
}
