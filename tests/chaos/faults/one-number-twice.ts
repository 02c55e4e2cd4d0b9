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
    await typeFor(5_000);
    // One of them, and who saw what they wrote in the same process.
    const told = stayed.typists.filter(({ source }) => source.status.state === "ended");
    for (const typist of told) {
      stayed.ledger.withdraw(typist.name);
      typist.leave();
    }
    if (told.length > 0) remark(`${told.length} were told that their page can't go on`);
  },
};
