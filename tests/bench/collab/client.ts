import { once } from "node:events";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { WebSocket } from "ws";
import * as Y from "yjs";

/** How a server wants to be spoken to, beside y-websocket's own messages. */
export interface Wire {
  readonly url: string;
  readonly protocols: readonly string[];
  /** Sent first. */
  readonly greeting?: Uint8Array;
  /** Stands before every message, both ways. */
  readonly prefix: Uint8Array;
  /** Says nothing of its own accord, not even whether it has a document: nobody waits for an answer. */
  readonly isMute?: true;
}

/** A client that does the least: it sends what it writes, and only looks through what it hears. */
export interface BenchClient {
  /** What it writes, and nothing of others. */
  readonly doc: Y.Doc;
  /** The server said what it has; the bytes of that. */
  readonly synced: Promise<number>;
  /** Writes one update. */
  readonly write: (text: string) => void;
  readonly sendCaret: () => void;
  /** Resolves when all that was written is stored, where the server says so. */
  readonly stored: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface ClientOptions {
  /** Called for every mark that others wrote. */
  readonly onMark?: (mark: string) => void;
}

/** Every edit is one of these, and can be found again in whatever it arrives in. */
export function nextMark(): string {
  return `#${String(++marks).padStart(8, "0")}`;
}

let marks = 0;

export async function openClient(wire: Wire, { onMark }: ClientOptions = {}): Promise<BenchClient> {
  const ws = new WebSocket(wire.url, [...wire.protocols], { perMessageDeflate: false, maxPayload: 0 });
  ws.binaryType = "nodebuffer";
  const doc = new Y.Doc();
  const text = doc.getText("markdown");
  let updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  let onSynced: (bytes: number) => void = () => undefined;
  const synced = new Promise<number>((resolve) => {
    onSynced = resolve;
  });
  let fences = 0;
  let caretClock = 0;
  const waiting = new Map<number, () => void>();
  const send = (write: (encoder: encoding.Encoder) => void) => {
    const encoder = encoding.createEncoder();
    encoding.writeUint8Array(encoder, wire.prefix);
    write(encoder);
    ws.send(encoding.toUint8Array(encoder));
  };

  ws.on("message", (data: Buffer) => {
    const decoder = decoding.createDecoder(data);
    decoder.pos = wire.prefix.byteLength;
    const type = decoding.readVarUint(decoder);
    if (type === 0 || type === 4) return hearSync(data, decoder);
    if (type === 100) {
      const version = decoding.readVarUint(decoder);
      if (decoding.readVarUint(decoder) !== 1) throw new Error("the server did not store what was written");
      waiting.get(version)?.();
      waiting.delete(version);
    }
  });
  function hearSync(data: Buffer, decoder: decoding.Decoder): void {
    const kind = decoding.readVarUint(decoder);
    if (kind === 0) {
      const known = decoding.readVarUint8Array(decoder);
      send((encoder) => writeSync(encoder, 1, Y.encodeStateAsUpdate(doc, known)));
      return;
    }
    if (kind === 1) return onSynced(data.byteLength);
    for (const [mark] of onMark === undefined ? [] : data.toString("latin1").matchAll(/#\d{8}/g)) onMark?.(mark);
  }

  await once(ws, "open");
  if (wire.greeting !== undefined) ws.send(wire.greeting);
  if (wire.isMute) onSynced(0);
  else send((encoder) => writeSync(encoder, 0, Y.encodeStateVector(doc)));
  return {
    doc,
    synced,
    write: (inserted) => {
      updates = [];
      text.insert(text.length, inserted);
      for (const update of updates) send((encoder) => writeSync(encoder, 2, update));
    },
    sendCaret: () => {
      const state = encoding.createEncoder();
      for (const number of [1, doc.clientID, ++caretClock]) encoding.writeVarUint(state, number);
      encoding.writeVarString(
        state,
        JSON.stringify({ user: { name: "Somebody", color: "#0b7285" }, selections: [{ anchor: caretClock, head: caretClock }] }),
      );
      send((encoder) => {
        encoding.writeVarUint(encoder, 1);
        encoding.writeVarUint8Array(encoder, encoding.toUint8Array(state));
      });
    },
    stored: () =>
      new Promise((resolve) => {
        waiting.set(++fences, resolve);
        send((encoder) => {
          encoding.writeVarUint(encoder, 100);
          encoding.writeVarUint(encoder, fences);
        });
      }),
    close: async () => {
      const closed = once(ws, "close");
      ws.terminate();
      await closed;
      doc.destroy();
    },
  };
}

function writeSync(encoder: encoding.Encoder, kind: 0 | 1 | 2, bytes: Uint8Array): void {
  encoding.writeVarUint(encoder, 0);
  encoding.writeVarUint(encoder, kind);
  encoding.writeVarUint8Array(encoder, bytes);
}
