import { connect, type Socket } from "node:net";
import { z } from "zod";

// Runs as a process of its own, so that reading is not done by whoever writes: holds sockets open and says when a
// text has arrived on all of them.

const orderSchema = z.discriminatedUnion("do", [
  z.object({ do: z.literal("open"), host: z.string(), port: z.int(), request: z.string(), count: z.int() }),
  z.object({ do: z.literal("await"), text: z.string() }),
  z.object({ do: z.literal("close") }),
]);

let sockets: Socket[] = [];
let awaited: { readonly text: string; left: number } | undefined;
const tails = new WeakMap<Socket, string>();

/** Epoch milliseconds with fractions, the same clock in every process of a machine. */
const now = () => performance.timeOrigin + performance.now();
const tell = (message: unknown) => process.send?.(message);

process.on("message", (message) => void obey(orderSchema.parse(message)));

async function obey(order: z.output<typeof orderSchema>): Promise<void> {
  if (order.do === "open") {
    const { host, port, request, count } = order;
    for (let opened = 0; opened < count; opened += 250) {
      sockets.push(...(await Promise.all(Array.from({ length: Math.min(250, count - opened) }, () => open({ host, port, request })))));
    }
    tell({ opened: sockets.length });
  } else if (order.do === "await") {
    awaited = { text: order.text, left: sockets.length };
    tell({ waiting: true });
  } else {
    for (const socket of sockets) socket.destroy();
    sockets = [];
    tell({ closed: true });
  }
}

/** Open once the first bytes came. */
function open({ host, port, request }: { readonly host: string; readonly port: number; readonly request: string }): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, host, () => socket.write(request));
    socket.once("error", reject);
    socket.once("data", () => resolve(socket));
    socket.on("data", (chunk) => {
      if (!awaited) return;
      const text = (tails.get(socket) ?? "") + chunk.toString();
      tails.set(socket, text.slice(-200));
      if (!text.includes(awaited.text)) return;
      tails.set(socket, "");
      awaited.left -= 1;
      if (awaited.left > 0) return;
      awaited = undefined;
      tell({ arrivedMs: now() });
    });
  });
}
