import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer, type RawData, type WebSocket } from "ws";
import { closeCodes } from "@/lib/collab/protocol/close-codes";
import { maxFrameBytes } from "@/lib/collab/protocol/limits";
import { createInbound } from "@/lib/collab/server/inbound";
import type { Socket } from "@/lib/collab/server/socket";
import { createTurns } from "@/lib/collab/server/turns";
import { createWriter } from "@/lib/collab/server/wire-writer";
import type { Log } from "@/lib/log";

/** What hears a connection, from `begin` of its socket on. */
export interface SocketListener {
  readonly onFrame: (bytes: Uint8Array) => void;
  /** Nobody is there any more; what they sent before may follow. `isLost` where the connection broke off, instead of being closed by them. */
  readonly onGone: (end: { readonly isLost: boolean }) => void;
  /** Nothing follows. */
  readonly onEnd: () => void;
}

/** What an upgrade asks for. */
export interface Knock {
  /** The path's last part, unchecked. */
  readonly deckId: string;
  readonly token: string | undefined;
  /** Undefined for clients that are no browsers. */
  readonly origin: string | undefined;
  readonly host: string | undefined;
}

export interface Attachment {
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** Ends every connection that is left. */
  readonly stop: () => void;
}

export const subProtocol = "collab.v1";
const tokenPrefix = "auth.";
const pingMs = 20_000;
/** A client that doesn't answer a close is cut off. */
const closeTimeoutMs = 2_000;
/** Of who was sent away only their own close is waited for: a stock client's greeting fits in before it. */
const maxBytesAfterClose = 64 * 1024;

/**
 * The one place that knows `ws`. Every upgrade is accepted, also one that will be refused: a browser learns nothing of a
 * refused upgrade and tries for ever, while it is told a close code.
 */
export function attachSockets({
  log,
  onSocket,
}: {
  readonly log: Log;
  readonly onSocket: (socket: Socket, knock: Knock) => SocketListener;
}): Attachment {
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: true,
    maxPayload: maxFrameBytes,
    // Compression costs memory and latency for every connection, and updates are small.
    perMessageDeflate: false,
    handleProtocols: (offered) => (offered.has(subProtocol) ? subProtocol : false),
  });
  const write = createWriter();
  const turns = createTurns();
  const alive = new WeakSet<WebSocket>();
  /** Not read from: what they answer is not heard. */
  const paused = new WeakSet<WebSocket>();
  const pings = setInterval(() => {
    for (const client of server.clients) {
      if (paused.has(client)) continue;
      if (!alive.delete(client)) client.terminate();
      else if (client.readyState === client.OPEN) client.ping();
    }
  }, pingMs);

  function open(ws: WebSocket, request: IncomingMessage): void {
    // The request itself, with all its headers, is not kept for as long as the connection lasts.
    const { socket: wire } = request;
    alive.add(ws);
    ws.on("pong", () => alive.add(ws));
    // ws closes by itself after an error (a frame too big: 1009, a torn one: 1002); without a listener the process would end.
    ws.on("error", (error) => log.debug({ err: error }, "a socket failed"));
    const pause = () => {
      paused.add(ws);
      ws.pause();
    };
    const inbound = createInbound({
      turns,
      handle: (frame) => {
        try {
          listener.onFrame(frame);
        } catch (error) {
          // One client's frame must not end the process that serves everybody.
          log.error({ err: error }, "a frame could not be handled");
          socket.close(closeCodes.failed, "something went wrong here");
        }
      },
      pause,
      resume: () => {
        paused.delete(ws);
        alive.add(ws);
        ws.resume();
      },
    });
    const socket: Socket = {
      send: (frame, company) => {
        // What fails on its way out is told by the socket's own error and close.
        if (ws.readyState === ws.OPEN) write(wire, frame, company);
      },
      begin: inbound.begin,
      close: (code, reason) => {
        ws.close(code, reason);
        setTimeout(() => ws.terminate(), closeTimeoutMs).unref();
        inbound.dismiss();
        const before = wire.bytesRead;
        wire.on("data", () => {
          if (wire.bytesRead - before > maxBytesAfterClose) pause();
        });
      },
      // Who is gone doesn't read too slowly.
      bufferedBytes: () => (ws.readyState === ws.OPEN ? ws.bufferedAmount : 0),
      pause: () => inbound.hold(true),
      resume: () => inbound.hold(false),
      isReading: inbound.isReading,
      receivedBytes: () => wire.bytesRead,
    };
    const listener = onSocket(socket, readKnock(request));
    ws.on("message", (data: RawData) => {
      alive.add(ws);
      inbound.take(bytesOf(data));
    });
    ws.on("close", (code) => {
      // 1006: there was no close frame at all.
      listener.onGone({ isLost: code === 1006 || code === closeCodes.connectionLost });
      inbound.end(listener.onEnd);
    });
  }

  return {
    upgrade: (request, socket, head) => {
      const drop = (error: Error) => log.debug({ err: error }, "a socket failed during its upgrade");
      socket.on("error", drop);
      server.handleUpgrade(request, socket, head, (ws) => {
        socket.off("error", drop);
        open(ws, request);
      });
    },
    stop: () => {
      clearInterval(pings);
      for (const client of server.clients) client.terminate();
      server.close();
    },
  };
}

function readKnock(request: IncomingMessage): Knock {
  const offered = (request.headers["sec-websocket-protocol"] ?? "").split(",").map((name) => name.trim());
  const path = (request.url ?? "").split("?")[0] ?? "";
  return {
    deckId: path.slice(path.lastIndexOf("/") + 1),
    token: offered.find((name) => name.startsWith(tokenPrefix))?.slice(tokenPrefix.length),
    origin: request.headers.origin,
    host: request.headers.host,
  };
}

function bytesOf(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data);
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data;
}
