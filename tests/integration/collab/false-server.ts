import { once } from "node:events";
import { WebSocketServer, type WebSocket } from "ws";
import { encodeSyncStep2 } from "@/lib/collab/protocol/frames";
import { encodeHello } from "@/lib/collab/protocol/hello";
import { announcedLimits } from "@/lib/collab/protocol/limits";
import { updateOf } from "@/tests/integration/collab/house";

/** Servers that say of themselves whatever a test wants. */
export function createFalseServers() {
  const servers = new Set<WebSocketServer>();
  return {
    serve: async (onClient: (ws: WebSocket) => void): Promise<{ readonly url: string; readonly visits: () => number }> => {
      const server = new WebSocketServer({ port: 0, host: "127.0.0.1", handleProtocols: () => "collab.v1" });
      servers.add(server);
      let visits = 0;
      server.on("connection", (ws) => {
        visits++;
        onClient(ws);
      });
      await once(server, "listening");
      const address = server.address();
      if (address === null || typeof address === "string") throw new Error("the server has no port");
      return { url: `ws://127.0.0.1:${address.port}/collab/deck`, visits: () => visits };
    },
    stopAll: () => {
      for (const server of servers) server.close();
      servers.clear();
    },
  };
}

/** What a server says first, and the text that it has. */
export function greet(ws: WebSocket, { gen, markdown }: { readonly gen: number; readonly markdown: string }): void {
  const user = { id: "ana", name: "Ana", color: "#0b7285" };
  ws.send(encodeHello({ gen, role: "edit", user, seq: 1, limits: announcedLimits, durability: "fsync" }));
  ws.send(encodeSyncStep2(updateOf(markdown)));
}
