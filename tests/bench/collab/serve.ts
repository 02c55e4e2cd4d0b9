import { createServer } from "node:http";
import { tellPort } from "@/tests/bench/collab/peers/told.mjs";
import { openCollabProcess } from "@/tests/support/collab-process";

// What is measured is a server of decks beside servers of documents: pages would take memory that says nothing. As with
// hocuspocus what nobody has open goes after seconds, so that the bench need not wait for it. All of a full house are one
// person here.

const { collab } = await openCollabProcess({ name: `lectern-bench-${process.pid}`, tuning: { idleMs: 2_000, maxConnectionsPerPerson: 200 } });
const server = createServer();
server.on("upgrade", collab.upgrade);
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (address !== null && typeof address === "object") tellPort(address.port);
});
