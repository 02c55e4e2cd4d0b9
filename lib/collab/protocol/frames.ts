import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";

/** The first varuint of every frame: y-websocket's own below 100, ours from there (a stock client merely logs them). */
export const frameTypes = { sync: 0, awareness: 1, auth: 2, queryAwareness: 3, fence: 100, hello: 101, role: 102, health: 103, hint: 104 } as const;

const syncTypes = { step1: 0, step2: 1, update: 2 } as const;

/** `durable` alone means that everything sent before the fence is committed to Postgres. */
export const fenceStatuses = { durable: 1, roleDenied: 2, rejected: 3, staleGeneration: 4 } as const;
export type FenceStatus = keyof typeof fenceStatuses;

export const collabRoles = ["view", "comment", "edit"] as const;
/** What somebody counts as on the socket. */
export type CollabRole = (typeof collabRoles)[number];

export const healthStates = ["ok", "slow", "down"] as const;
/** Whether the server can store; live editing goes on in any case. */
export type Health = (typeof healthStates)[number];

/** What a client may send, read as far as its shape goes; the bytes of updates are not trusted yet. */
export type ClientFrame =
  | { readonly type: "sync-step-1"; readonly stateVector: Uint8Array }
  | { readonly type: "sync-step-2"; readonly update: Uint8Array }
  | { readonly type: "update"; readonly update: Uint8Array }
  | { readonly type: "awareness"; readonly update: Uint8Array }
  | { readonly type: "query-awareness" }
  | { readonly type: "fence"; readonly version: number }
  /** A type of a newer or foreign client: ignored. */
  | { readonly type: "unknown" }
  /** Not a frame at all. */
  | { readonly type: "malformed" };

/** Reads a frame from a client. Never throws. */
export function decodeClientFrame(bytes: Uint8Array): ClientFrame {
  try {
    const decoder = decoding.createDecoder(bytes);
    switch (decoding.readVarUint(decoder)) {
      case frameTypes.sync:
        return decodeSync(decoder);
      case frameTypes.awareness:
        return { type: "awareness", update: decoding.readVarUint8Array(decoder) };
      case frameTypes.queryAwareness:
        return { type: "query-awareness" };
      case frameTypes.fence:
        return { type: "fence", version: decoding.readVarUint(decoder) };
      default:
        return { type: "unknown" };
    }
  } catch {
    // lib0 throws on torn numbers and lengths beyond the end: whatever it was, it was no frame.
    return { type: "malformed" };
  }
}

function decodeSync(decoder: decoding.Decoder): ClientFrame {
  const kind = decoding.readVarUint(decoder);
  const body = decoding.readVarUint8Array(decoder);
  switch (kind) {
    case syncTypes.step1:
      return { type: "sync-step-1", stateVector: body };
    case syncTypes.step2:
      return { type: "sync-step-2", update: body };
    case syncTypes.update:
      return { type: "update", update: body };
    default:
      return { type: "unknown" };
  }
}

/** A question, in both directions: who says so what they have gets what they lack. */
export function encodeSyncStep1(stateVector: Uint8Array): Uint8Array {
  return encodeSync(syncTypes.step1, stateVector);
}

/** The answer to it: one update with all that the other side lacks. */
export function encodeSyncStep2(update: Uint8Array): Uint8Array {
  return encodeSync(syncTypes.step2, update);
}

/** A change of the text, in both directions, as Yjs encodes it. */
export function encodeUpdate(update: Uint8Array): Uint8Array {
  return encodeSync(syncTypes.update, update);
}

function encodeSync(kind: number, body: Uint8Array): Uint8Array {
  return encode(frameTypes.sync, (encoder) => {
    encoding.writeVarUint(encoder, kind);
    encoding.writeVarUint8Array(encoder, body);
  });
}

/** Carets and names, in both directions, as y-protocols encodes them. */
export function encodeAwareness(update: Uint8Array): Uint8Array {
  return encode(frameTypes.awareness, (encoder) => encoding.writeVarUint8Array(encoder, update));
}

/** An awareness frame about nobody: every client takes it for a sign of life and nothing else. */
export const keepAliveFrame: Uint8Array = encodeAwareness(Uint8Array.of(0));

/** Client to server: "tell me when all I sent so far is stored". */
export function encodeFenceRequest(version: number): Uint8Array<ArrayBuffer> {
  return encode(frameTypes.fence, (encoder) => encoding.writeVarUint(encoder, version));
}

/** Server to client: what became of everything sent before the fence. */
export interface FenceAnswer {
  readonly version: number;
  readonly status: FenceStatus;
  /** The last committed row of the log. */
  readonly seq: number;
}

/** Server to client: the answer to a fence. */
export function encodeFence({ version, status, seq }: FenceAnswer): Uint8Array {
  return encode(frameTypes.fence, (encoder) => {
    encoding.writeVarUint(encoder, version);
    encoding.writeVarUint(encoder, fenceStatuses[status]);
    encoding.writeVarUint(encoder, seq);
  });
}

/** Server to client: what somebody may do from now on, and the name of who changed it, where that is known. */
export interface RoleChange {
  readonly role: CollabRole;
  readonly by?: string | undefined;
}

/** The name comes last: clients that know none stop reading before it. */
export function encodeRole({ role, by }: RoleChange): Uint8Array {
  return encode(frameTypes.role, (encoder) => {
    encoding.writeVarUint(encoder, collabRoles.indexOf(role));
    if (by !== undefined) encoding.writeVarString(encoder, by);
  });
}

/** Server to client: whether what is written can be stored. */
export function encodeHealth(health: Health): Uint8Array {
  return encode(frameTypes.health, (encoder) => encoding.writeVarUint(encoder, healthStates.indexOf(health)));
}

/** A frame whose body is JSON: HELLO and HINT. */
export function encodeJson(type: typeof frameTypes.hello | typeof frameTypes.hint, body: unknown): Uint8Array {
  return encode(type, (encoder) => encoding.writeVarString(encoder, JSON.stringify(body)));
}

// What the client reads. The decoder stands behind the type, as y-websocket's `messageHandlers` get it.

/** Undefined where the status is one this client doesn't know: it then counts as no answer. */
export function readFence(decoder: decoding.Decoder): FenceAnswer | undefined {
  const version = decoding.readVarUint(decoder);
  const code = decoding.readVarUint(decoder);
  const seq = decoding.readVarUint(decoder);
  const status = fenceStatusNames.find((name) => fenceStatuses[name] === code);
  return status === undefined ? undefined : { version, status, seq };
}

const fenceStatusNames = ["durable", "roleDenied", "rejected", "staleGeneration"] as const satisfies readonly FenceStatus[];

/** Undefined for a role that this client doesn't know. An older server says of nobody that they changed it. */
export function readRole(decoder: decoding.Decoder): RoleChange | undefined {
  const role = collabRoles[decoding.readVarUint(decoder)];
  return role === undefined ? undefined : { role, by: readName(decoder) };
}

/** A name at a frame's end, if there is one; whatever else a newer server says there is none. */
function readName(decoder: decoding.Decoder): string | undefined {
  try {
    return decoding.hasContent(decoder) ? decoding.readVarString(decoder) || undefined : undefined;
  } catch {
    // Torn: the role counts without it.
    return undefined;
  }
}

/** Undefined where the state is one this client doesn't know. */
export function readHealth(decoder: decoding.Decoder): Health | undefined {
  return healthStates[decoding.readVarUint(decoder)];
}

/** The JSON body of HELLO or HINT, unchecked. */
export function readJson(decoder: decoding.Decoder): unknown {
  return JSON.parse(decoding.readVarString(decoder));
}

function encode(type: number, write: (encoder: encoding.Encoder) => void): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, type);
  write(encoder);
  return encoding.toUint8Array(encoder);
}
