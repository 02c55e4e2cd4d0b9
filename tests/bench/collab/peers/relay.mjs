// The floor of co-editing: a WebSocket server that hands every message to everybody else in a room, and knows nothing.
import { WebSocketServer } from "ws";
import { tellPort } from "./told.mjs";

const rooms = new Map();
const server = new WebSocketServer({ host: "127.0.0.1", port: 0, perMessageDeflate: false });
server.on("connection", (socket, { url }) => {
  const room = rooms.get(url) ?? new Set();
  rooms.set(url, room.add(socket));
  socket.on("message", (data) => {
    for (const other of room) if (other !== socket) other.send(data);
  });
  socket.on("close", () => {
    room.delete(socket);
    if (room.size === 0) rooms.delete(url);
  });
});
server.on("listening", () => tellPort(server.address().port));
