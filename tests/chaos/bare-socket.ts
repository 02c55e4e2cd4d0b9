import { once } from "node:events";
import { WebSocket } from "ws";
import type { ChaosDeck } from "@/tests/chaos/chaos-deck";

/** A socket of somebody who may write, open and let in, to be used as no client of ours would. */
export async function socketOf(deck: ChaosDeck, { port, token: given }: { readonly port: number; readonly token?: string }): Promise<WebSocket> {
  const token = given ?? (await deck.tokenAt(port)).token;
  const socket = new WebSocket(`ws://127.0.0.1:${port}/collab/${deck.id}`, ["collab.v1", `auth.${token}`]);
  socket.binaryType = "nodebuffer";
  // What fails here is told by its close.
  socket.on("error", () => socket.terminate());
  // The server's hello may come with its answer to the upgrade; what is sent before it waits.
  const isLetIn = Promise.race([once(socket, "message"), once(socket, "close")]);
  await Promise.all([once(socket, "open"), isLetIn]);
  return socket;
}
