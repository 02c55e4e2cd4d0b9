import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { z } from "zod";
import { deckIdSchema, userIdSchema } from "@/lib/api/ids";
import { signCollabToken } from "@/lib/auth/collab-token";
import { problemResponse } from "@/lib/http/problem";
import { currentRole, deckNotFound } from "@/lib/workspace/decks/role";
import { endInOrder } from "@/scripts/setup/end-in-order.mjs";
import { orderSchema, tuningSchema, type Report } from "@/tests/chaos/orders";
import { endPool } from "@/lib/db/pool";
import { takeTurn } from "@/lib/patience";
import { openCollabProcess } from "@/tests/support/collab-process";

// One process that serves decks, for faults to be done to.

// Whoever started it is gone, perhaps before there was anything to serve. An exit would wait for ever to write the last
// lines of the log to nobody (pino flushes them, and tries again whatever the error is).
process.on("disconnect", () => process.kill(process.pid, "SIGKILL"));

const { CHAOS_NAME, CHAOS_TUNING } = z.object({ CHAOS_NAME: z.string(), CHAOS_TUNING: z.string() }).parse(process.env);
// Whoever attacks a deck comes as its owner: all of them are one person, and none is to be refused for that.
const tuning = { maxConnectionsPerPerson: 200, ...tuningSchema.parse(JSON.parse(CHAOS_TUNING)) };
const { env, log, pool, bus, collab } = await openCollabProcess({ name: CHAOS_NAME, tuning });
let isDraining = false;

const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    log.warn({ err: error }, "a request failed");
    response.writeHead(500).end();
  });
});
server.on("upgrade", collab.upgrade);
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const address = server.address();
if (address === null || typeof address === "string") throw new Error("the server has no port");
report({ kind: "listening", port: address.port });

process.on("message", (message) => {
  const { kind } = orderSchema.parse(message);
  // Inside of a listener nobody catches it, as in a bug of ours.
  if (kind === "throw") throw new Error("thrown on purpose");
  if (kind === "reject") return void Promise.reject(new Error("rejected on purpose"));
  // Whoever doubts the memory wants it without what nobody holds any more.
  if (kind === "collect") globalThis.gc?.();
  report({ kind: "stats", ...collab.stats(), heapBytes: process.memoryUsage().heapUsed });
});
endInOrder(async () => {
  isDraining = true;
  await collab.stop();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await takeTurn(bus.stop, { maxMs: 2_000, log, failure: "the bus could not be stopped" });
  await endPool(pool);
});

/** Whether it takes people, and tokens: a page asks for one before every socket, so its faults are the token's too. */
async function answer({ url = "" }: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(url, "http://localhost");
  if (pathname === "/ready") return void response.writeHead(isDraining ? 503 : 200).end();
  const deckId = deckIdSchema.parse(pathname.slice(1));
  const userId = userIdSchema.parse(searchParams.get("user"));
  const role = await currentRole({ pool }, deckId, userId);
  if (role === undefined) {
    const refusal = problemResponse(deckNotFound());
    return void response.writeHead(refusal.status).end(await refusal.text());
  }
  const { rows } = await pool.query<{ generation: number }>("SELECT generation FROM collab_doc WHERE doc_id = $1", [deckId]);
  const generation = rows[0]?.generation ?? 1;
  const token = signCollabToken({ deckId, userId, name: "Somebody", role, generation }, { secret: env.AUTH_SECRET, nowMs: Date.now() });
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify({ token, role, generation }));
}

function report(message: Report): void {
  process.send?.(message);
}
