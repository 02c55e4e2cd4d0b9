import { connect, createServer, type NetConnectOpts, type Socket } from "node:net";
import { createSplitter, endsStatement, transactionAfter } from "@/tests/support/postgres-messages";

/** What becomes of what goes through. */
export type DatabaseWay =
  | { readonly state: "open" }
  /** Every connection ends, and nobody is let through. */
  | { readonly state: "cut" }
  /** Nothing is passed on, and nothing ends: a cable pulled. */
  | { readonly state: "stalled" }
  /** Every statement arrives so much later. */
  | { readonly state: "slow"; readonly ms: number }
  /** Statements that write are answered with an error of Postgres' own and never arrive. */
  | { readonly state: "refusing"; readonly code: string; readonly message: string }
  /** Of so many statements that write one is done, and its connection ends before the answer. */
  | { readonly state: "losing answers"; readonly oneOf: number };

/** A way to Postgres that knows its protocol, to be blocked or lied on. */
export interface DatabaseProxy {
  readonly port: number;
  set(way: DatabaseWay): void;
  /**
   * Another server takes the place of this one without a word: connections that are there hear nothing any more and don't
   * end either, new ones get through.
   */
  replaceServer(): void;
  close(): Promise<void>;
}

/** Listens on a free port of this machine and passes everything on to Postgres. */
export async function openDatabaseProxy(target: NetConnectOpts): Promise<DatabaseProxy> {
  let way: DatabaseWay = { state: "open" };
  let writes = 0;
  const sockets = new Set<Socket>();
  const carried = new Map<Socket, Socket>();
  const deserted = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    // What fails here is what the test is about; its ends are told by `close`.
    socket.on("error", () => socket.destroy());
    socket.on("close", () => sockets.delete(socket));
  };

  function carry(near: Socket): void {
    const far = connect(target);
    keep(far);
    near.on("close", () => far.destroy());
    far.on("close", () => {
      if (!deserted.has(near)) near.destroy();
    });
    carried.set(near, far);
    near.on("close", () => carried.delete(near));
    let transaction = "I";
    let isAnswerLost = false;
    const fromNear = createSplitter({ hasGreeting: true });
    const fromFar = createSplitter({ hasGreeting: false });
    const writesRows = createWriteFinder();
    let statement: Buffer[] = [];

    near.on("data", (chunk: Buffer) => {
      for (const message of fromNear(chunk)) {
        statement.push(message);
        if (endsStatement(message)) {
          send(Buffer.concat(statement), statement.filter(writesRows).length > 0);
          statement = [];
        }
      }
    });
    far.on("data", (chunk: Buffer) => {
      for (const message of fromFar(chunk)) {
        const after = transactionAfter(message);
        transaction = after ?? transaction;
        if (isAnswerLost && after !== undefined) near.destroy();
      }
      if (!isAnswerLost) near.write(chunk);
    });

    function send(bytes: Buffer, isWrite: boolean): void {
      switch (way.state) {
        case "slow":
          setTimeout(() => far.write(bytes), way.ms);
          return;
        case "refusing":
          if (isWrite) near.write(errorAnswer(way, transaction === "I" ? "I" : "E"));
          else far.write(bytes);
          return;
        case "losing answers":
          isAnswerLost ||= isWrite && writes++ % way.oneOf === 0;
          far.write(bytes);
          return;
        case "open":
        case "cut":
        case "stalled":
          far.write(bytes);
      }
    }
  }

  const server = createServer((near) => {
    keep(near);
    if (way.state === "cut") near.destroy();
    else if (way.state === "stalled") near.pause();
    else carry(near);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the proxy has no port");
  const endAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: address.port,
    set: (next) => {
      if (next.state === "cut" || way.state === "stalled") endAll();
      way = next;
      if (next.state === "stalled") for (const socket of sockets) socket.pause();
    },
    replaceServer: () => {
      for (const [near, far] of carried) {
        deserted.add(near.pause());
        sockets.delete(near);
        far.destroy();
      }
      carried.clear();
    },
    close: async () => {
      endAll();
      for (const near of deserted) near.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/**
 * Tells which of one connection's messages write. Parse and Query carry the text of a statement; Bind names one that
 * was parsed before, perhaps long ago. Every message has to be shown to it.
 */
function createWriteFinder(): (message: Buffer) => boolean {
  const prepared = new Set<string>();
  return (message) => {
    const [kind, first = "", second = ""] = [message.toString("latin1", 0, 1), ...message.toString("latin1", 5).split("\0")];
    if (kind === "B") return prepared.has(second);
    if (kind !== "P" && kind !== "Q") return false;
    const isWrite = /\b(?:INSERT|UPDATE|DELETE)\b/u.test(kind === "P" ? second : first);
    if (kind === "P" && isWrite) prepared.add(first);
    else if (kind === "P") prepared.delete(first);
    return isWrite;
  };
}

function errorAnswer({ code, message }: { readonly code: string; readonly message: string }, transaction: "I" | "E"): Buffer {
  const fields = Buffer.from(`SERROR\0VERROR\0C${code}\0M${message}\0\0`);
  const error = Buffer.alloc(5);
  error.write("E");
  error.writeInt32BE(4 + fields.byteLength, 1);
  return Buffer.concat([error, fields, Buffer.from(`Z\0\0\0\x05${transaction}`, "latin1")]);
}
