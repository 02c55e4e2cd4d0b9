import type { Fault } from "@/tests/chaos/fault";
import { until } from "@/tests/support/until";

/** Two people whose documents drew the same number: of what they write at once, Yjs can keep only one. */
export const oneNumberTwice: Fault = {
  name: "two people under one number",
  act: async ({ stayed, balancer, typeFor, remark }) => {
    const twins = [await stayed.join({ name: "-ana", port: balancer.port }), await stayed.join({ name: "-ben", port: balancer.port })];
    await until("both have the deck open", () => twins.every(({ source }) => source.canEdit), 20_000);
    for (const { source } of twins) source.doc.clientID = 4_711;
    for (const twin of twins) twin.startTyping();
    await typeFor(4_000);
    for (const twin of twins) {
      if (twin.source.status.state !== "ended") continue;
      remark(`${twin.name} was refused and told so`);
      twin.leave();
    }
  },
};
