import { connect, createServer, type NetConnectOpts, type Socket } from "node:net";

/** A way to a server that a test can block. */
export interface TcpProxy {
  readonly port: number;
  /** Ends every connection, and lets nobody through until `open`. */
  cut(): void;
  /** Passes nothing on in either direction, and ends nothing: a cable pulled. New connections are met the same way. */
  stall(): void;
  /** Lets new connections through; those that stalled are gone for good. */
  open(): void;
  close(): Promise<void>;
}

/** Listens on a free port of this machine and passes everything on. */
export async function openTcpProxy(target: NetConnectOpts): Promise<TcpProxy> {
  let way: "open" | "cut" | "stalled" = "open";
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    // What fails here is what the test is about; its ends are told by `close`.
    socket.on("error", () => socket.destroy());
    socket.on("close", () => sockets.delete(socket));
  };
  const server = createServer((near) => {
    keep(near);
    if (way === "cut") near.destroy();
    if (way === "stalled") near.pause();
    if (way !== "open") return;
    const far = connect(target);
    keep(far);
    near.pipe(far).pipe(near);
    near.on("close", () => far.destroy());
    far.on("close", () => near.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the proxy has no port");
  const cut = () => {
    way = "cut";
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: address.port,
    cut,
    stall: () => {
      way = "stalled";
      for (const socket of sockets) {
        socket.unpipe();
        socket.pause();
      }
    },
    open: () => {
      if (way === "stalled") for (const socket of sockets) socket.destroy();
      way = "open";
    },
    close: async () => {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
