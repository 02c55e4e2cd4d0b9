import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import { connect } from "node:net";
import type { Duplex } from "node:stream";
import { afterEach, expect, test } from "vitest";
import { WebSocket } from "ws";
import { closeCodes } from "@/lib/collab/protocol/close-codes";
import { attachSockets, subProtocol, type SocketListener } from "@/lib/collab/server/attach";
import type { Socket } from "@/lib/collab/server/socket";
import { createLog } from "@/lib/log";
import { eventually } from "@/tests/support/eventually";

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** Sockets of a server whose listeners are made here, one a connection, and hear it at once. */
function attach(listen: (socket: Socket) => SocketListener) {
  return attachAtDoor((socket) => {
    socket.begin();
    return listen(socket);
  });
}

/** The same where nothing begins by itself. */
async function attachAtDoor(listen: (socket: Socket) => SocketListener) {
  const attachment = attachSockets({ log: createLog("silent"), onSocket: listen });
  const upgrades: (readonly [request: IncomingMessage, socket: Duplex, head: Buffer])[] = [];
  const server = createServer();
  const state = { isHeld: false };
  server.on("upgrade", (...upgrade) => {
    if (state.isHeld) upgrades.push(upgrade);
    else attachment.upgrade(...upgrade);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  stops.push(() => {
    attachment.stop();
    server.close();
  });
  const open = async () => {
    const ws = new WebSocket(`ws://127.0.0.1:${port}/collab/deck`, [subProtocol]);
    await once(ws, "open");
    return ws;
  };
  return { attachment, port, open, upgrades, state };
}

function heard(onFrame: SocketListener["onFrame"] = () => undefined) {
  const ends: boolean[] = [];
  const listener: SocketListener = { onFrame, onGone: ({ isLost }) => void ends.push(isLost), onEnd: () => undefined };
  return { ends, listener };
}

test("a frame that can't be handled ends its own connection, and no other", async () => {
  const [bad, good] = [
    heard(() => {
      throw new Error("a mistake of ours");
    }),
    heard(),
  ];
  const frames: Uint8Array[] = [];
  const listeners = [bad.listener, { ...good.listener, onFrame: (bytes: Uint8Array) => frames.push(bytes) }];
  const { open } = await attach(() => listeners.shift() ?? heard().listener);
  const [one, other] = [await open(), await open()];
  one.send(Uint8Array.of(1));
  const [code]: unknown[] = await once(one, "close");
  expect(code).toBe(closeCodes.failed);
  await eventually(() => expect(bad.ends).toEqual([false]));
  other.send(Uint8Array.of(2));
  await eventually(() => expect(frames.map((frame) => [...frame])).toEqual([[2]]));
  expect(good.ends).toEqual([]);
});

test("messages of every size arrive whole and in order: the first of a turn leaves at once, the others together at its end", async () => {
  const sizes = [0, 1, 125, 126, 65_535, 65_536, 300_000, 7];
  const buffered: number[] = [];
  const onSocket = (socket: Socket): SocketListener => ({
    onFrame: () => {
      for (const size of sizes) {
        socket.send(new Uint8Array(size).fill(size % 251));
        buffered.push(socket.bufferedBytes());
      }
    },
    onGone: () => undefined,
    onEnd: () => undefined,
  });
  const { open } = await attach(onSocket);
  const heard: Buffer[] = [];
  const [ana, ben] = [await open(), await open()];
  for (const ws of [ana, ben]) ws.on("message", (data: Buffer) => heard.push(data));
  for (const ws of [ana, ben]) {
    ws.send(Uint8Array.of(1));
    await eventually(() => expect(heard.map(({ byteLength }) => byteLength)).toEqual(sizes));
    expect(heard.every((data) => data.every((byte) => byte === data.byteLength % 251))).toBe(true);
    heard.length = 0;
  }
  const [first, ...others] = buffered.slice(0, sizes.length);
  expect(first).toBe(0);
  // Nothing of these left before all was said.
  expect(others.every((bytes, index) => bytes > (others[index - 1] ?? 0))).toBe(true);
});

test("a torn frame of WebSocket itself ends its own connection", async () => {
  const { ends, listener } = heard();
  const { port } = await attach(() => listener);
  const { socket } = await openRaw(port);
  // Not masked, as every frame of a client must be.
  socket.write(Uint8Array.of(0x82, 0x01, 0x00));
  await eventually(() => expect(ends).toHaveLength(1));
});

/** Opens a WebSocket with nothing behind it that would listen to a close. */
async function openRaw(port: number) {
  const socket = connect(port, "127.0.0.1");
  const ends = { isOver: false };
  socket.on("error", () => undefined);
  socket.on("close", () => {
    ends.isOver = true;
  });
  const key = Buffer.alloc(16).toString("base64");
  socket.write(
    `GET /collab/deck HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n\r\n`,
  );
  await once(socket, "data");
  return { socket, ends };
}

/** As a client sends them: whole, binary, masked with zeros. */
function smallFrames(count: number): Buffer {
  const frame = Buffer.of(0x82, 0x81, 0, 0, 0, 0, 0x63);
  return Buffer.alloc(count * frame.byteLength, frame);
}

test("a connection that breaks off is told apart from one that is closed", async () => {
  const { ends, listener } = heard();
  const { open } = await attach(() => listener);
  const [lost, left] = [await open(), await open()];
  lost.terminate();
  await eventually(() => expect(ends).toEqual([true]));
  left.close();
  await eventually(() => expect(ends).toEqual([true, false]));
});

test("a connection that fails before its upgrade is through harms nobody", async () => {
  const { ends, listener } = heard();
  const { attachment, open, upgrades, state } = await attach(() => listener);
  state.isHeld = true;
  const opening = open();
  await eventually(() => expect(upgrades).toHaveLength(1));
  const [upgrade] = upgrades;
  if (upgrade === undefined) throw new Error("nobody came");
  const [request, socket, head] = upgrade;
  socket.destroy(new Error("the network is gone"));
  attachment.upgrade(request, socket, head);
  await expect(opening).rejects.toThrow("socket hang up");
  state.isHeld = false;
  const ws = await open();
  expect(ws.readyState).toBe(ws.OPEN);
  expect(ends).toEqual([]);
});

test("[I14] of who has not been let in yet no more is read than may wait, and nothing of it is lost", async () => {
  const frames: Uint8Array[] = [];
  const sockets: Socket[] = [];
  const { port } = await attachAtDoor((socket) => {
    sockets.push(socket);
    return heard((bytes) => frames.push(bytes)).listener;
  });
  const { socket } = await openRaw(port);
  const count = 200_000;
  socket.write(smallFrames(count));
  const [server] = sockets;
  if (server === undefined) throw new Error("nobody came");
  await eventually(() => expect(server.isReading()).toBe(false));
  let read = 0;
  await eventually(() => {
    const before = read;
    read = server.receivedBytes();
    expect(read).toBe(before);
  });
  expect(read).toBeLessThan(256 * 1024);
  server.begin();
  // Its burst.
  await eventually(() => expect(frames.length).toBeGreaterThan(30_000));
});

test("[I14] of who was refused nothing is kept and next to nothing is read, and they are told why", async () => {
  const sockets: Socket[] = [];
  const { ends, listener } = heard(() => {
    throw new Error("nobody wants to hear it");
  });
  const { port, open } = await attachAtDoor((socket) => {
    sockets.push(socket);
    socket.close(closeCodes.tokenInvalid, "the token is missing, forged or too old");
    return listener;
  });
  const polite = await open();
  polite.send(new Uint8Array(1_000));
  const [code]: unknown[] = await once(polite, "close");
  expect(code).toBe(closeCodes.tokenInvalid);
  await eventually(() => expect(ends).toHaveLength(1));
  const raw = await openRaw(port);
  raw.socket.write(smallFrames(600_000));
  await eventually(() => expect(raw.ends.isOver).toBe(true));
  await eventually(() => expect(ends).toHaveLength(2));
  expect(sockets[1]?.receivedBytes()).toBeLessThan(256 * 1024);
});
