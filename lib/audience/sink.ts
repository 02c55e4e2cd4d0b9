import type { ServerResponse } from "node:http";

/** Where one viewer's events go. */
export interface Sink {
  /** Sends the newest state. One that can't take it yet gets, once it can, the newest of then and none between. */
  readonly send: (frame: Buffer) => void;
  /** A sign of life, for pages, for proxies and for finding out who is gone; left out where something waits anyway. */
  readonly beat: () => void;
  /** Says a last thing and ends. */
  readonly end: (frame?: Buffer) => void;
}

/** An event and no comment: a browser shows comments to no page, and a page that hears no beat any more opens another stream. */
export const heartbeat = eventFrame({}, { event: "beat" });

/** A response as a sink: at most one frame waits for a slow reader, whatever happens meanwhile. */
export function createSink(res: ServerResponse): Sink {
  let isFull = false;
  let waiting: Buffer | undefined;
  const send = (frame: Buffer) => {
    if (isFull) waiting = frame;
    else isFull = !res.write(frame);
  };
  res.on("drain", () => {
    isFull = false;
    const frame = waiting;
    waiting = undefined;
    if (frame) send(frame);
  });
  return {
    send,
    beat: () => {
      if (!isFull) isFull = !res.write(heartbeat);
    },
    end: (frame) => void res.end(frame),
  };
}

/** One event of a stream. The id is the talk's rev, so that logs can be read; nobody asks for an older one. */
export function eventFrame(data: unknown, { id, event }: { readonly id?: number; readonly event?: string } = {}): Buffer {
  const head = `${event === undefined ? "" : `event: ${event}\n`}${id === undefined ? "" : `id: ${id}\n`}`;
  return Buffer.from(`${head}data: ${JSON.stringify(data)}\n\n`);
}
