// The floor of co-editing: a WebSocket server that hands every message to everybody else, and knows nothing.
import { WebSocketServer } from "ws";

const server = new WebSocketServer({ host: "127.0.0.1", port: 0, perMessageDeflate: false });
server.on("connection", (socket) => {
  socket.on("message", (data) => {
    for (const other of server.clients) if (other !== socket) other.send(data);
  });
});
server.on("listening", () => process.send?.(server.address().port));
