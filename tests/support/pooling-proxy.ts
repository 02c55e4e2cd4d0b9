import { connect, createServer, type NetConnectOpts, type Socket } from "node:net";
import { createSplitter, endsStatement, transactionAfter } from "@/tests/support/postgres-messages";

/** A proxy that pools by transaction, as PgBouncer does; all take turns on one connection to Postgres. */
export interface PoolingProxy {
  readonly port: number;
  close(): Promise<void>;
}

/** Listens on a free port of this machine. Whoever comes first signs in to Postgres, for all; all wait for each answer. */
export async function openPoolingProxy(target: NetConnectOpts): Promise<PoolingProxy> {
  const sockets = new Set<Socket>();
  let shared: Socket | undefined;
  /** Whose transaction it is; what Postgres says outside of one is for nobody. */
  let onTurn: Socket | undefined;
  let waiting: (readonly [near: Socket, statement: Buffer])[] = [];

  function keep(socket: Socket): void {
    sockets.add(socket);
    // What fails here fails for whoever is on the other side, too.
    socket.on("error", () => socket.destroy());
    socket.on("close", () => sockets.delete(socket));
  }

  function endAll(): void {
    for (const socket of sockets) socket.destroy();
  }

  function share(): Socket {
    const far = connect(target);
    keep(far);
    far.on("close", endAll);
    const split = createSplitter({ hasGreeting: false });
    far.on("data", (chunk: Buffer) => {
      for (const message of split(chunk)) {
        onTurn?.write(message);
        if (transactionAfter(message) === "I") onTurn = undefined;
      }
      takeTurn();
    });
    return far;
  }

  function takeTurn(): void {
    const turn = waiting.find(([near]) => onTurn === undefined || onTurn === near);
    if (turn === undefined) return;
    waiting = waiting.filter((other) => other !== turn);
    const [near, statement] = turn;
    onTurn = near;
    shared?.write(statement);
  }

  function carry(near: Socket): void {
    keep(near);
    let isToGreet = shared !== undefined;
    shared ??= share();
    const split = createSplitter({ hasGreeting: true });
    let statement: Buffer[] = [];
    near.on("data", (chunk: Buffer) => {
      for (const message of split(chunk)) {
        if (isToGreet) near.write(welcome);
        else if (!isGoodbye(message)) statement.push(message);
        isToGreet = false;
        if (statement.length === 0 || !endsStatement(message)) continue;
        waiting.push([near, Buffer.concat(statement)]);
        statement = [];
        takeTurn();
      }
    });
    near.on("close", () => {
      waiting = waiting.filter(([other]) => other !== near);
      // In the middle of a transaction that nobody will end.
      if (onTurn === near) shared?.destroy();
    });
  }

  const server = createServer(carry);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the proxy has no port");
  return {
    port: address.port,
    close: async () => {
      endAll();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** AuthenticationOk, and ready for a query outside of any transaction. */
const welcome = Buffer.from("R\0\0\0\x08\0\0\0\0Z\0\0\0\x05I", "latin1");

function isGoodbye(message: Buffer): boolean {
  return message.toString("latin1", 0, 1) === "X";
}
