import { listen, stopAll } from "@/lib/player/dom";
import { readSpot, type Spot } from "@/lib/player/live/live-state";
import { isRecord } from "@/lib/player/live/record";
import type { Position } from "@/lib/player/state";

export type WindowRole = "stage" | "desk";

/** What stage and desk tell each other. A stage's id keeps two open stages of one deck apart. */
export type WindowMessage =
  | { readonly type: "hello"; readonly role: WindowRole; readonly stage: string | undefined }
  | { readonly type: "at"; readonly role: WindowRole; readonly stage: string; readonly position: Position }
  | { readonly type: "blank"; readonly role: WindowRole; readonly stage: string; readonly isBlank: boolean }
  | { readonly type: "point"; readonly role: WindowRole; readonly stage: string; readonly spot: Spot | undefined };

export interface WindowLink {
  readonly send: (message: WindowMessage) => void;
  /** A window that this one opened: told directly where there is no channel between files opened from disk. */
  readonly addPeer: (peer: Window) => void;
  readonly stop: () => void;
}

const mark = "lectern-window";

/**
 * Links the windows of one deck in one browser: through a BroadcastChannel, and, for a file opened from disk (where
 * every window is an origin of its own), by messages between opener and opened.
 */
export function linkWindows(receive: (message: WindowMessage) => void): WindowLink {
  const channel = typeof BroadcastChannel === "function" ? new BroadcastChannel(`lectern ${location.pathname}`) : undefined;
  const opener: unknown = window.opener;
  const peers = new Set<Window>(isWindow(opener) ? [opener] : []);
  const onData = (data: unknown) => {
    const message = readMessage(data);
    if (message) receive(message);
  };
  if (channel) channel.onmessage = (event) => onData(event.data);
  const stop = listen(window, "message", (event) => {
    const isPeer = [...peers].some((peer) => peer === event.source);
    // Over http the channel does all; a foreign page that opened this one has no say here.
    if (isPeer && isFromDisk() && event.origin === "null") onData(event.data);
  });
  return {
    send: (message) => {
      const data = { mark, ...message };
      channel?.postMessage(data);
      if (!isFromDisk()) return;
      for (const peer of peers) if (!peer.closed) peer.postMessage(data, "*");
    },
    addPeer: (peer) => peers.add(peer),
    stop: stopAll([stop, () => channel?.close()]),
  };
}

/** Reads what came; undefined for anything that is not ours. */
export function readMessage(data: unknown): WindowMessage | undefined {
  if (!isRecord(data) || data.mark !== mark) return undefined;
  const { type, role, stage, position } = data;
  if (role !== "stage" && role !== "desk") return undefined;
  if (type === "hello" && (stage === undefined || typeof stage === "string")) return { type, role, stage };
  if (typeof stage !== "string") return undefined;
  if (type === "blank" && typeof data.isBlank === "boolean") return { type, role, stage, isBlank: data.isBlank };
  if (type === "point") return { type, role, stage, spot: readSpot(data.spot) };
  if (type !== "at" || !isRecord(position) || typeof position.slide !== "number" || typeof position.step !== "number") return undefined;
  return { type, role, stage, position: { slide: position.slide, step: position.step } };
}

function isWindow(value: unknown): value is Window {
  return isRecord(value) && "postMessage" in value;
}

function isFromDisk(): boolean {
  return location.protocol === "file:";
}
