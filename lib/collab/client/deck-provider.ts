import * as decoding from "lib0/decoding";
import type { Awareness } from "y-protocols/awareness";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import type { SaveEvent } from "@/lib/collab/client/save-state";
import { closeCodes, isPermanentClose } from "@/lib/collab/protocol/close-codes";
import { encodeSyncStep1, frameTypes, readFence, readHealth, readRole, type RoleChange } from "@/lib/collab/protocol/frames";
import { maxFrameBytes } from "@/lib/collab/protocol/limits";
import { readHello, readHint, type Hello, type Hint } from "@/lib/collab/protocol/hello";

/** What happens on the socket. */
export interface ProviderEvents {
  readonly onConnected: () => void;
  readonly onSynced: () => void;
  /** The server lacks something that this document has. */
  readonly onAhead: () => void;
  /** The server lacks more than one message holds; nothing was sent. */
  readonly onTooMuch: () => void;
  /** The code is undefined where it was closed from here or just vanished. It stays closed until `connect`. */
  readonly onClosed: (code: number | undefined, reason: string) => void;
  readonly onHello: (hello: Hello) => void;
  readonly onRole: (change: RoleChange) => void;
  readonly onHint: (hint: Hint) => void;
  readonly onSaveEvent: (event: SaveEvent) => void;
}

export interface DeckProviderOptions {
  readonly url: string;
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  readonly events: ProviderEvents;
  /** Numbers beside the document's own under which this person may have written what no server has said to have stored. */
  readonly formerClients: () => Iterable<number>;
}

/** The stock y-websocket client with our frames, which connects when it is told to: each time needs a token of its own. */
export interface DeckProvider {
  connect(token: string): void;
  disconnect(): void;
  /** As `disconnect`, but co-authors hear that the connection was lost, where that still gets through. */
  lose(): void;
  isOpen(): boolean;
  /** Is this the origin of changes that came from the server? */
  isOrigin(origin: unknown): boolean;
  send(frame: Uint8Array<ArrayBuffer>): void;
  stop(): void;
}

/** A provider of this document that is not connected yet. `url`: the socket's address, with the deck's id at its end. */
export function createDeckProvider({ url, doc, awareness, events, formerClients }: DeckProviderOptions): DeckProvider {
  const slash = url.lastIndexOf("/");
  const provider = new WebsocketProvider(url.slice(0, slash), url.slice(slash + 1), doc, {
    connect: false,
    awareness,
    // Tabs would pass updates on between each other that neither of them then says it has to store.
    disableBc: true,
    shouldReconnect: ({ code }) => !isPermanentClose(code),
  });
  let isStopped = false;
  let patience: ReturnType<typeof setTimeout> | undefined;
  const handle = (type: number, read: (decoder: decoding.Decoder) => void) => {
    // The handlers are this instance's own array, and one that writes nothing answers nothing.
    provider.messageHandlers[type] = (_encoder, decoder) => read(decoder);
  };
  const stockSync = provider.messageHandlers[frameTypes.sync];
  provider.messageHandlers[frameTypes.sync] = (encoder, decoder, ...rest) => {
    const known = readQuestion(decoder);
    const lack = known && lackOf(doc, known);
    if (lack !== undefined) events.onAhead();
    if (lack !== undefined && lack > maxFrameBytes - 100) events.onTooMuch();
    else stockSync?.(encoder, known === undefined ? decoder : questionForProof(doc, known, new Set([doc.clientID, ...formerClients()])), ...rest);
  };
  handle(frameTypes.fence, (decoder) => {
    const answer = readFence(decoder);
    if (answer !== undefined) events.onSaveEvent({ type: "fence-answered", version: answer.version, status: answer.status });
  });
  handle(frameTypes.hello, (decoder) => {
    const hello = readHello(decoder);
    if (hello !== undefined) events.onHello(hello);
  });
  handle(frameTypes.role, (decoder) => {
    const change = readRole(decoder);
    if (change !== undefined) events.onRole(change);
  });
  handle(frameTypes.health, (decoder) => {
    const health = readHealth(decoder);
    if (health !== undefined) events.onSaveEvent({ type: "health", health });
  });
  handle(frameTypes.hint, (decoder) => {
    const hint = readHint(decoder);
    if (hint !== undefined) events.onHint(hint);
  });

  provider.on("status", ({ status }) => {
    if (status !== "connected") return;
    clearTimeout(patience);
    events.onConnected();
  });
  provider.on("sync", (isSynced) => {
    if (isSynced) events.onSynced();
  });
  provider.on("connection-close", (event) => {
    // Given up for its silence, by nobody's wish: whoever still hears it must not take that for leaving.
    if (event === null && provider.shouldConnect) provider.ws?.close(closeCodes.connectionLost, "silent for too long");
    // Its own next attempt would bring the old token.
    provider.shouldConnect = false;
    clearTimeout(patience);
    if (!isStopped) events.onClosed(event?.code, event?.reason ?? "");
  });

  return {
    connect: (token) => {
      provider.protocols = ["collab.v1", `auth.${token}`];
      provider.connect();
      clearTimeout(patience);
      // A browser waits for minutes where nothing answers at all.
      patience = setTimeout(() => provider.ws?.close(), connectPatienceMs);
    },
    disconnect: () => provider.disconnect(),
    lose: () => {
      if (provider.wsconnected) provider.ws?.close(closeCodes.connectionLost, "no network");
      provider.disconnect();
    },
    isOpen: () => provider.wsconnected,
    isOrigin: (origin) => origin === provider,
    send: (frame) => {
      if (provider.wsconnected) provider.ws?.send(frame);
    },
    stop: () => {
      isStopped = true;
      clearTimeout(patience);
      provider.destroy();
    },
  };
}

const connectPatienceMs = 10_000;
/** Two people's last words under one number are never the same for so long. */
const proofClocks = 32;

/** What the server says it has, where it asks for what it lacks; undefined for any other message. */
function readQuestion(decoder: decoding.Decoder): ReadonlyMap<number, number> | undefined {
  const at = decoder.pos;
  try {
    return decoding.readVarUint(decoder) === 0 ? Y.decodeStateVector(decoding.readVarUint8Array(decoder)) : undefined;
  } finally {
    decoder.pos = at;
  }
}

/** Bytes of what a server lacks that has so much; undefined where it lacks nothing that was written. */
function lackOf(doc: Y.Doc, known: ReadonlyMap<number, number>): number | undefined {
  const isAhead = [...Y.decodeStateVector(Y.encodeStateVector(doc))].some(([client, clock]) => clock > (known.get(client) ?? 0));
  return isAhead ? Y.encodeStateAsUpdate(doc, Y.encodeStateVector(new Map(known))).byteLength : undefined;
}

/**
 * The question of a server that has a little less of these clients than it says: the answer shows it their last words,
 * and it compares. Somebody else may have drawn the same number and been here first; then it has their words in the place
 * of ours, would ask for none of ours, and call them stored.
 */
function questionForProof(doc: Y.Doc, known: ReadonlyMap<number, number>, clients: ReadonlySet<number>): decoding.Decoder {
  const less = new Map(known);
  for (const client of clients) {
    const shared = Math.min(known.get(client) ?? 0, Y.getState(doc.store, client));
    less.set(client, Math.max(0, shared - proofClocks));
  }
  const decoder = decoding.createDecoder(encodeSyncStep1(Y.encodeStateVector(less)));
  // The frame's type was read already.
  decoding.readVarUint(decoder);
  return decoder;
}
