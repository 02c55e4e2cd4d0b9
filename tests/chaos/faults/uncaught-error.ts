import { once } from "node:events";
import { closeCodes } from "@/lib/collab/protocol/close-codes";
import { socketOf } from "@/tests/chaos/bare-socket";
import type { Fault } from "@/tests/chaos/fault";

/** A bug of ours: the process must end, but not before what people wrote is stored, and not without sending them on. */
export const uncaughtError: Fault = {
  name: "an error that nobody caught",
  act: async ({ hosts, stayed, typeFor, complain }) => {
    for (const [index, host] of hosts.entries()) {
      const socket = await socketOf(stayed, { port: host.process().port });
      const closed = once(socket, "close");
      const exitCode = await host.process().err(index % 2 === 0 ? "throw" : "reject");
      if (exitCode !== 1) complain(`process ${host.name} ended with ${exitCode}, not with 1`);
      const [closeCode]: unknown[] = await closed;
      if (closeCode !== closeCodes.restarting) complain(`process ${host.name} closed a connection with ${String(closeCode)}, not with 1012`);
      await host.start();
      await typeFor(1_000);
    }
  },
};
