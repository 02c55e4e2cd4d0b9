import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Awareness } from "y-protocols/awareness";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { createDeckProvider, type DeckProvider, type ProviderEvents } from "@/lib/collab/client/deck-provider";
import { closeCodes } from "@/lib/collab/protocol/close-codes";
import { frameTypes } from "@/lib/collab/protocol/frames";

/** A browser's socket: once it was closed it takes nothing more, and a second close says nothing new. */
class FakeSocket {
  static readonly OPEN = 1;
  readonly OPEN = 1;
  readyState = 0;
  onopen: (() => void) | null = null;
  readonly sent: Uint8Array[] = [];
  readonly closes: (number | undefined)[] = [];
  constructor() {
    sockets.push(this);
  }
  open(): void {
    this.readyState = 1;
    this.onopen?.();
  }
  send(frame: Uint8Array): void {
    this.sent.push(frame);
  }
  close(code?: number): void {
    if (this.readyState < 2) this.closes.push(code);
    this.readyState = 2;
  }
}

const sockets: FakeSocket[] = [];
let doc: Y.Doc;
let provider: DeckProvider;
/** When something came from the server last. */
let heardMs: number;
let ends: (number | undefined)[];

beforeEach(() => {
  vi.useFakeTimers();
  // The stock client compares it with a clock that no test can set.
  Object.defineProperty(WebsocketProvider.prototype, "wsLastMessageReceived", { configurable: true, get: () => heardMs, set: () => {} });
  heardMs = Infinity;
  vi.stubGlobal("WebSocket", FakeSocket);
  sockets.length = 0;
  ends = [];
  doc = new Y.Doc();
  const nothing = () => undefined;
  const events: ProviderEvents = {
    onConnected: nothing,
    onSynced: nothing,
    onAhead: nothing,
    onTooMuch: nothing,
    onClosed: (code) => ends.push(code),
    onHello: nothing,
    onRole: nothing,
    onHint: nothing,
    onSaveEvent: nothing,
  };
  provider = createDeckProvider({ url: "ws://server/collab/deck", doc, awareness: new Awareness(doc), events, formerClients: () => [] });
});
afterEach(() => {
  provider.stop();
  doc.destroy();
  Reflect.deleteProperty(WebsocketProvider.prototype, "wsLastMessageReceived");
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function connect(): FakeSocket {
  provider.connect("token");
  const socket = sockets.at(-1);
  if (socket === undefined) throw new Error("it opened no socket");
  socket.open();
  socket.sent.length = 0;
  return socket;
}

/** Frames about who is here, sent since the connection was there. */
const goodbyesOn = ({ sent }: FakeSocket) => sent.filter((frame) => frame[0] === frameTypes.awareness).length;

test("whose network goes says so, and no goodbye", () => {
  const socket = connect();
  provider.lose();
  expect([socket.closes, goodbyesOn(socket), ends]).toEqual([[closeCodes.connectionLost], 0, [undefined]]);
});

test("who leaves says goodbye", () => {
  const socket = connect();
  provider.disconnect();
  expect([socket.closes, goodbyesOn(socket), ends]).toEqual([[undefined], 1, [undefined]]);
});

test("who gives up a socket that is silent has lost the connection, and did not leave", () => {
  const socket = connect();
  heardMs = 0;
  vi.advanceTimersByTime(5_000);
  expect([socket.closes, ends]).toEqual([[closeCodes.connectionLost], [undefined]]);
});
