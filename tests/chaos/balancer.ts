import { connect, createServer, type Socket } from "node:net";

/** One address in front of several processes, as an operator puts it there. */
export interface Balancer {
  readonly port: number;
  /** Connections that came, and the most of them within a tenth of a second: a storm shows there. */
  readonly counts: () => { readonly connections: number; readonly peak: number };
  readonly resetCounts: () => void;
  close(): Promise<void>;
}

const lookMs = 200;
const slotMs = 100;

/** Passes each connection on to the next process that says it is ready, or to one after it. */
export async function openBalancer(ports: () => readonly number[]): Promise<Balancer> {
  const sockets = new Set<Socket>();
  const slots = new Map<number, number>();
  let ready: readonly number[] = [];
  let turn = 0;
  let isClosed = false;
  let timer: NodeJS.Timeout | undefined;

  async function look(): Promise<void> {
    const answers = await Promise.all(ports().map(async (port) => ((await isReady(port)) ? [port] : [])));
    ready = answers.flat();
    if (!isClosed) timer = setTimeout(() => void look(), lookMs);
  }

  function keep(socket: Socket): void {
    sockets.add(socket);
    socket.setNoDelay(true);
    socket.on("close", () => sockets.delete(socket));
  }

  function pass(near: Socket, candidates: readonly number[]): void {
    const [port, ...others] = candidates;
    if (port === undefined || near.destroyed) return void near.destroy();
    const far = connect({ host: "127.0.0.1", port });
    let isThere = false;
    far.on("error", () => {
      if (isThere) far.destroy();
      else pass(near, others);
    });
    far.once("connect", () => {
      isThere = true;
      keep(far);
      near.pipe(far).pipe(near);
      near.on("close", () => far.destroy());
      far.on("close", () => near.destroy());
    });
  }

  const server = createServer((near) => {
    keep(near);
    // What fails here is what the run is about; its ends are told by `close`.
    near.on("error", () => near.destroy());
    const slot = Math.floor(performance.now() / slotMs);
    slots.set(slot, (slots.get(slot) ?? 0) + 1);
    const start = turn++ % Math.max(1, ready.length);
    pass(near, [...ready.slice(start), ...ready.slice(0, start)]);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the balancer has no port");
  await look();
  return {
    port: address.port,
    counts: () => ({ connections: [...slots.values()].reduce((sum, count) => sum + count, 0), peak: Math.max(0, ...slots.values()) }),
    resetCounts: () => slots.clear(),
    close: async () => {
      isClosed = true;
      clearTimeout(timer);
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function isReady(port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/ready`, { headers: { connection: "close" }, signal: AbortSignal.timeout(lookMs * 5) });
    return answer.ok;
  } catch {
    // Nobody there, or nobody who answers: not ready, which is what was asked.
    return false;
  }
}
