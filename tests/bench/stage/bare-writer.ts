import { createServer, type Socket } from "node:net";
import { z } from "zod";

// The floor: writes a frame to every socket it holds, and does nothing else.

const orderSchema = z.object({ frame: z.string() });
const sockets = new Set<Socket>();

const server = createServer((socket) => {
  sockets.add(socket);
  socket.once("close", () => sockets.delete(socket));
  socket.once("data", () => socket.write("hello\n"));
});
server.listen(0, "127.0.0.1", 10_000, () => {
  const at = server.address();
  process.send?.({ port: typeof at === "object" && at !== null ? at.port : 0 });
});

process.on("message", (message) => {
  const { frame } = orderSchema.parse(message);
  const startedMs = performance.timeOrigin + performance.now();
  const bytes = Buffer.from(frame);
  for (const socket of sockets) socket.write(bytes);
  process.send?.({ startedMs });
});
