import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { deckIdSchema } from "@/lib/api/ids";
import { createWatching } from "@/lib/audience/watching";
import { createLog } from "@/lib/log";
import { createBusNet } from "@/tests/support/bus-net";
import { eventually } from "@/tests/support/eventually";

test.each([15_000, 60_000])(
  "who is counted elsewhere counts until their process misses signs of life, however seldom it gives them: %i ms",
  async (beatMs) => {
    const net = createBusNet({ log: createLog("silent") });
    const deckId = deckIdSchema.parse(randomUUID());
    let nowMs = 0;
    const open = (nodeName: string, count: number) =>
      createWatching({
        bus: net.open(),
        nodeName,
        countHere: () => ({ count, away: 0 }),
        decksHere: () => [deckId],
        onChange: () => undefined,
        nowMs: () => nowMs,
        beatMs,
      });
    const [here, there] = [open("here", 1), open("there", 2)];
    const stopListening = here.listen(deckId);
    there.beat();
    await eventually(() => expect(here.count(deckId).count).toBe(3));
    nowMs = 2 * beatMs;
    here.beat();
    expect(here.count(deckId).count).toBe(3);
    nowMs = 4 * beatMs;
    here.beat();
    expect(here.count(deckId).count).toBe(1);
    stopListening();
    for (const watching of [here, there]) watching.stop();
  },
);
