import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, vi } from "vitest";
import { WebSocket as NodeWebSocket } from "ws";
import * as Y from "yjs";
import { ApiError } from "@/lib/api/api-error";
import { deckIdSchema, userIdSchema, type DeckId, type UserId } from "@/lib/api/ids";
import { signCollabToken, verifyCollabToken } from "@/lib/auth/collab-token";
import { createMemoryBus } from "@/lib/bus/memory";
import type { Bus } from "@/lib/bus/bus";
import { connectDeck } from "@/lib/collab/client/connect-deck";
import type { ConnectToken } from "@/lib/collab/client/connect-token";
import type { DeckSource } from "@/lib/collab/client/deck-source";
import { frameTypes, type CollabRole } from "@/lib/collab/protocol/frames";
import { createCollab, type Collab } from "@/lib/collab/server/collab";
import type { CommittedText } from "@/lib/collab/server/committed-text";
import type { Tuning } from "@/lib/collab/server/tuning";
import { buildDoc } from "@/lib/collab/server/pulled-doc";
import { createUpdateLog, insertFirstUpdate } from "@/lib/collab/server/update-log";
import { openPool } from "@/lib/db/pool";
import { createLog } from "@/lib/log";
import { inTransaction } from "@/lib/workspace/database";
import { openTestDatabase } from "@/tests/support/database";
import { eventually } from "@/tests/support/eventually";

// Every y-websocket client in Node listens to the process's exit.
process.setMaxListeners(0);
// What y-websocket needs of a browser's WebSocket, `ws` has too.
vi.stubGlobal("WebSocket", NodeWebSocket);

const secret = "a secret of tests";
export const log = createLog("silent");

export type CollabHouse = Awaited<ReturnType<typeof openCollabHouse>>;

/** A collaboration server on real sockets and real Postgres, with people and decks. */
export async function openCollabHouse(options: { readonly tuning?: Partial<Tuning>; readonly openBus?: (url: string) => Promise<Bus> } = {}) {
  const database = await openTestDatabase();
  // The engine's own pool, so that a test can cut it off without cutting itself off.
  const pool = openPool({ url: database.url, log, applicationName: "collab-under-test" });
  const roles = new Map<string, CollabRole | undefined>();
  let settling: Promise<void> = Promise.resolve();
  const settled: { readonly deckId: DeckId; readonly text: CommittedText }[] = [];
  const damaged: DeckId[] = [];
  const sources = new Set<DeckSource>();
  const sockets = new Set<NodeWebSocket>();
  const updateLog = createUpdateLog(database.pool, { node: "test" });
  let nowMs = Date.now();
  const buses: Bus[] = [];
  const start = async () => {
    const bus = (await options.openBus?.(database.url)) ?? createMemoryBus({ log });
    buses.push(bus);
    return createCollab({
      pool,
      bus,
      log,
      verifyToken: (token) => verifyCollabToken(token, { secret, nowMs }),
      currentRole: async (_deckId, userId) => roles.get(userId),
      onSettled: async (deckId, text) => {
        await settling;
        settled.push({ deckId, text });
      },
      onDamaged: async (deckId) => void damaged.push(deckId),
      isAllowedOrigin: (origin) => origin === "http://lectern.test" || origin.startsWith("http://127.0.0.1:"),
      ...(options.tuning === undefined ? {} : { tuning: options.tuning }),
    });
  };
  const [port, stopServer] = await listen(() => collab);
  let collab = await start();

  async function makePerson(role: CollabRole | undefined = "edit", id = userIdSchema.parse(randomUUID())): Promise<UserId> {
    await database.pool.query("INSERT INTO person (id, name, email) VALUES ($1, $2, $3)", [id, "Ana", `${id}@example.test`]);
    roles.set(id, role);
    return id;
  }

  async function makeDeck(markdown: string): Promise<DeckId> {
    const owner = await makePerson();
    return inTransaction(database.pool, async (tx) => {
      const { rows } = await tx.query<{ id: string }>("INSERT INTO deck (owner_user_id) VALUES ($1) RETURNING id", [owner]);
      const id = deckIdSchema.parse(rows[0]?.id);
      await insertFirstUpdate(tx, { docId: id, markdown, userId: owner, kind: "edit" });
      return id;
    });
  }

  function tokenFor(
    deckId: DeckId,
    {
      userId,
      generation = 1,
      at = port,
      formerly = [],
    }: { readonly userId: UserId; readonly generation?: number; readonly at?: number; readonly formerly?: readonly UserId[] },
  ): ConnectToken {
    const role = roles.get(userId) ?? "view";
    const token = signCollabToken({ deckId, userId, name: "Ana", role, generation, formerly: [...formerly] }, { secret, nowMs: Date.now() });
    return { url: `ws://127.0.0.1:${at}/collab/${deckId}`, token, role, generation };
  }

  /** As the route answers: whoever has no right to the deck gets none. */
  function tokenOrRefusal(deckId: DeckId, options: Parameters<typeof tokenFor>[1]): ConnectToken {
    if (roles.get(options.userId) === undefined) throw new ApiError(404, "not-found", "There is no such deck.");
    return tokenFor(deckId, options);
  }

  /** A client as the browser has it: the stock provider and our save state. */
  async function open(deckId: DeckId, { userId, getToken }: { readonly userId?: UserId; readonly getToken?: () => Promise<ConnectToken> } = {}) {
    const person = userId ?? (await makePerson());
    const source = connectDeck({
      deckId,
      getToken: getToken ?? (async () => tokenFor(deckId, { userId: person })),
      person: { name: "whatever", color: "red" },
      random: () => 0,
    });
    sources.add(source);
    await eventually(() => expect(source.status.state).not.toBe("loading"));
    return source;
  }

  /** A bare socket that speaks in frames of its own making. */
  async function knock(deckId: string, { protocols, origin }: { readonly protocols: readonly string[]; readonly origin?: string }) {
    const ws = new NodeWebSocket(`ws://127.0.0.1:${port}/collab/${deckId}`, [...protocols], origin === undefined ? {} : { origin });
    sockets.add(ws);
    ws.binaryType = "nodebuffer";
    const frames: Uint8Array[] = [];
    const closes: number[] = [];
    ws.on("message", (data: Buffer) => frames.push(new Uint8Array(data)));
    ws.on("close", (code) => closes.push(code));
    ws.on("error", (error) => log.debug({ err: error }, "a test's socket failed"));
    await new Promise((resolve) => ws.once("open", resolve));
    return { ws, frames, closes };
  }

  /** Somebody whose client is a bare socket, which was let in. */
  async function connect(deckId: DeckId, role: CollabRole) {
    const userId = await makePerson(role);
    const socket = await knock(deckId, { protocols: ["collab.v1", `auth.${tokenFor(deckId, { userId }).token}`] });
    await eventually(() => expect(socket.frames[0]?.[0]).toBe(frameTypes.hello));
    return { ...socket, userId };
  }

  function clear(): void {
    for (const source of sources) source.stop();
    for (const ws of sockets) ws.terminate();
    sources.clear();
    sockets.clear();
  }

  return {
    /** Another process on the same database, as far as it can be told from outside. */
    startAnother: async () => {
      const other = await start();
      const [otherPort, stopOther] = await listen(() => other);
      const stop = async () => {
        await other.stop();
        await stopOther();
      };
      return { collab: other, port: otherPort, stop };
    },
    database,
    pool,
    buses,
    roles,
    settled,
    damaged,
    updateLog,
    get collab() {
      return collab;
    },
    makePerson,
    /** Somebody who can be made while the database lets nobody in. */
    makePersonElsewhere: async () => {
      const id = userIdSchema.parse(randomUUID());
      roles.set(id, "edit");
      return id;
    },
    makeDeck,
    tokenFor,
    tokenOrRefusal,
    open,
    knock,
    connect,
    /** Tokens are judged as if so much time had passed. */
    passTime: (ms: number) => {
      nowMs += ms;
    },
    /** The text that a fresh process would read. */
    stored: async (deckId: DeckId) => {
      const pulled = await updateLog.pull(deckId, 0);
      return pulled && buildDoc(pulled).doc.getText("markdown").toString();
    },
    storedDoc: async (deckId: DeckId) => {
      const pulled = await updateLog.pull(deckId, 0);
      return pulled && buildDoc(pulled).doc;
    },
    /** What follows from settled text takes until the returned function is called. */
    holdSettling: () => {
      let release: () => void = () => undefined;
      settling = new Promise((resolve) => {
        release = resolve;
      });
      return release;
    },
    restart: async () => {
      await collab.stop();
      collab = await start();
    },
    /** Everybody leaves. */
    clear,
    close: async () => {
      clear();
      await collab.stop();
      await stopServer();
      for (const bus of buses) await bus.stop();
      await pool.end();
      await database.close();
    },
  };
}

/** Types a text into a source as its editor would. */
export function type(source: DeckSource, at: number, text: string): void {
  source.doc.transact(() => source.text.insert(at, text), { name: "test" });
}

export function textIn(source: DeckSource): string {
  return source.text.toString();
}

/** An update that adds text to what a document holds, under a client id of one's choice. */
export function updateOf(markdown: string, clientId?: number): Uint8Array {
  const doc = new Y.Doc();
  if (clientId !== undefined) doc.clientID = clientId;
  doc.getText("markdown").insert(0, markdown);
  return Y.encodeStateAsUpdate(doc);
}

async function listen(collab: () => Collab): Promise<readonly [port: number, stop: () => Promise<void>]> {
  const server = createServer();
  server.on("upgrade", (request, socket, head) => collab().upgrade(request, socket, head));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return [addressOf(server.address()).port, stop];
}

function addressOf(address: string | AddressInfo | null): AddressInfo {
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return address;
}
