import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { WebSocket } from "ws";
import { Awareness, encodeAwarenessUpdate } from "y-protocols/awareness";
import * as Y from "yjs";
import {
  encodeAwareness,
  encodeFenceRequest,
  encodeSyncStep1,
  encodeSyncStep2,
  encodeUpdate,
  fenceStatuses,
  frameTypes,
} from "@/lib/collab/protocol/frames";
import type { Scene, SceneDeck } from "@/tests/integration/rights/scene";
import { eventually } from "@/tests/support/eventually";

/** y-websocket has an `auth` frame that neither side sends here; a role and the server's health are told like the hello. */
const untold = ["sync", "auth", "role", "health"];
/** Every frame that somebody may send or be sent, by the name of its row. */
export const frameNames: readonly string[] = [
  "sync step 1",
  "sync step 2",
  "update",
  ...Object.keys(frameTypes).filter((name) => !untold.includes(name)),
];

export interface KnockOptions {
  readonly scene: Scene;
  readonly origin: string;
  readonly deck: SceneDeck;
  /** Of who knocks. */
  readonly token: string;
  /** Of the deck's owner, who is there already. */
  readonly ownToken: string;
}

/** Opens the deck's socket as somebody and has one frame sent or received. Returns what came of it, in a word, and all that was sent to them. */
export async function knockWith(frame: string, options: KnockOptions): Promise<{ readonly word: string; readonly sent: string }> {
  const [owner, caller] = [open(options, options.ownToken), open(options, options.token)];
  try {
    await eventually(() => expect(owner.has(frameTypes.hello)).toBe(true));
    await caller.answered(() => caller.has(frameTypes.hello));
    const word = caller.isClosed() ? "closed" : await wordFor(frame, { ...options, owner, caller });
    return { word: caller.isClosed() ? "closed" : word, sent: caller.sent() };
  } finally {
    owner.socket.terminate();
    caller.socket.terminate();
  }
}

async function wordFor(
  frame: string,
  { scene, deck, owner, caller }: KnockOptions & { readonly owner: Opened; readonly caller: Opened },
): Promise<string> {
  const mark = randomUUID();
  switch (frame) {
    case "sync step 1": {
      caller.socket.send(encodeSyncStep1(Y.encodeStateVector(new Y.Doc())));
      await caller.answered(() => caller.sent().includes("CANARY"));
      return "text";
    }
    case "update":
    case "sync step 2":
    case "fence": {
      const update = updateOf(mark);
      if (frame !== "sync step 2") caller.socket.send(encodeUpdate(update));
      // A client that says all it has; only then are its fences answered.
      caller.socket.send(encodeSyncStep2(frame === "sync step 2" ? update : Y.encodeStateAsUpdate(new Y.Doc())));
      caller.socket.send(encodeFenceRequest(7));
      await caller.answered(() => caller.has(frameTypes.fence));
      if (frame === "fence") return statusIn(caller.frames) ?? "nothing";
      const { markdown } = await scene.house.runtime.collab.readDeck(deck.id);
      return markdown.includes(mark) ? "stored" : "refused";
    }
    case "awareness":
      caller.socket.send(caretOf(mark));
      await caller.answered(() => owner.sent().includes(mark));
      return "shown";
    case "queryAwareness":
      owner.socket.send(caretOf(mark));
      await caller.answered(() => {
        caller.socket.send(Uint8Array.of(frameTypes.queryAwareness));
        return caller.sent().includes(mark);
      });
      return "told";
    case "hello":
      return /"role":"(\w+)"/.exec(caller.sent())?.[1] ?? "nothing";
    case "hint":
      scene.house.runtime.collab.hint(deck.id, "comments", 1);
      await caller.answered(() => caller.has(frameTypes.hint));
      return "hinted";
    default:
      throw new Error(`Nobody knows how to ask for ${frame}.`);
  }
}

type Opened = ReturnType<typeof open>;

function open({ origin, deck }: KnockOptions, token: string) {
  const socket = new WebSocket(`${origin.replace("http", "ws")}/collab/${deck.id}`, ["collab.v1", `auth.${token}`], {
    origin: "http://localhost:3000",
  });
  const frames: Uint8Array[] = [];
  let isClosed = false;
  socket.on("message", (data: Buffer) => frames.push(new Uint8Array(data)));
  socket.on("close", () => (isClosed = true));
  socket.on("error", () => (isClosed = true));
  return {
    socket,
    frames,
    isClosed: () => isClosed,
    has: (type: number) => frames.some((each) => each[0] === type),
    sent: () => Buffer.concat(frames).toString("utf8"),
    answered: (hasCome: () => boolean) => eventually(() => expect(isClosed || hasCome()).toBe(true)),
  };
}

function updateOf(text: string): Uint8Array {
  const doc = new Y.Doc();
  doc.getText("markdown").insert(0, text);
  return Y.encodeStateAsUpdate(doc);
}

/** Somebody's caret, with a mark in it to know it by. */
function caretOf(mark: string): Uint8Array {
  const awareness = new Awareness(new Y.Doc());
  awareness.setLocalState({ mark });
  const update = encodeAwarenessUpdate(awareness, [awareness.clientID]);
  awareness.destroy();
  return encodeAwareness(update);
}

function statusIn(frames: readonly Uint8Array[]): string | undefined {
  const code = frames.find((each) => each[0] === frameTypes.fence)?.[2];
  return Object.entries(fenceStatuses).find(([, value]) => value === code)?.[0];
}
