import type { Fault } from "@/tests/chaos/fault";

export const busCut: Fault = {
  name: "one of three processes cut off from the bus",
  processes: 3,
  act: async ({ hosts: [first, second], typeFor, abandon }) => {
    first?.bus.set({ state: "cut" });
    await typeFor(4_000);
    first?.bus.set({ state: "open" });
    // Without a word, too.
    second?.bus.set({ state: "stalled" });
    await typeFor(6_000);
    abandon();
    second?.bus.set({ state: "open" });
    await typeFor(1_000);
  },
};
