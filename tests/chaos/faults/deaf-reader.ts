import { encodeSyncStep1 } from "@/lib/collab/protocol/frames";
import type { Fault } from "@/tests/chaos/fault";
import { until } from "@/tests/support/until";
import { socketOf } from "@/tests/chaos/bare-socket";

const pasteLength = 200_000;
const maxPastes = 40;

/** Somebody who has the deck open and never reads what comes, while everybody pastes and takes it out again. */
export const deafReader: Fault = {
  name: "a reader that never reads",
  // What is pasted goes to everybody: this run's own machine must keep up with it.
  typists: 8,
  act: async ({ hosts, stayed, left, typeFor, remark, complain }) => {
    const [host] = hosts;
    if (host === undefined) throw new Error("nobody serves");
    const deaf = await socketOf(stayed, { port: host.process().port });
    deaf.send(encodeSyncStep1(Uint8Array.of(0)));
    deaf.pause();
    const people = stayed.typists.length + left.typists.length;
    const isGone = async () => (await connectionsOf(hosts)) <= people;
    // How much the systems between take in before anything piles up here is theirs to know.
    for (let round = 0; round < maxPastes && !(await isGone()); round++) {
      for (const { source } of stayed.typists) {
        const at = source.text.length;
        source.text.insert(at, "x".repeat(pasteLength));
        source.text.delete(at, pasteLength);
      }
      await typeFor(300);
    }
    try {
      await until("it is sent away", isGone, 20_000);
      remark("it was sent away");
    } catch {
      complain("who never reads is still connected");
    }
    deaf.terminate();
  },
};

async function connectionsOf(hosts: Parameters<Fault["act"]>[0]["hosts"]): Promise<number> {
  const all = await Promise.all(hosts.map((host) => host.process().stats("stats")));
  return all.reduce((sum, { connections }) => sum + connections, 0);
}
