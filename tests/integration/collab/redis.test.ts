import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { openRedisBus } from "@/lib/bus/redis";
import { log, openCollabHouse, textIn, type } from "@/tests/integration/collab/house";
import { findRedis } from "@/tests/support/redis";
import { addressIn, throughPort } from "@/tests/support/server-address";
import { openTcpProxy } from "@/tests/support/tcp-proxy";
import { eventually } from "@/tests/support/eventually";

const redis = await findRedis();
afterAll(async () => {
  if (redis.state === "there") await redis.stop();
});

test("[I20] while Redis is away two processes still end with the same text, and see each other again after it", async ({ skip }) => {
  if (redis.state === "missing") return skip(`left out: ${redis.reason}`);
  const proxy = await openTcpProxy(addressIn(redis.url));
  const url = throughPort(redis.url, proxy.port);
  const installation = randomUUID();
  const house = await openCollabHouse({ openBus: () => openRedisBus({ url, installation, log }), tuning: { presenceMs: 200 } });
  const other = await house.startAnother();
  try {
    const deckId = await house.makeDeck("");
    const userId = await house.makePerson();
    const ana = await house.open(deckId);
    const ben = await house.open(deckId, { userId, getToken: async () => house.tokenFor(deckId, { userId, at: other.port }) });
    type(ana, 0, "with Redis. ");
    await eventually(() => expect(textIn(ben)).toBe("with Redis. "));

    proxy.cut();
    await eventually(() => expect(house.buses.map((bus) => bus.isConnected())).toEqual([false, false]));
    type(ana, ana.text.length, "Ana without. ");
    await eventually(() => expect(textIn(ben)).toBe("with Redis. Ana without. "));
    type(ben, ben.text.length, "Ben without. ");
    await eventually(() => {
      expect(textIn(ana)).toBe("with Redis. Ana without. Ben without. ");
      expect([ana.saveState.state, ben.saveState.state]).toEqual(["saved", "saved"]);
      expect(ana.awareness.getStates().has(ben.doc.clientID)).toBe(false);
    });
    expect(await house.stored(deckId)).toBe(textIn(ana));

    proxy.open();
    await eventually(() => expect(house.buses.map((bus) => bus.isConnected())).toEqual([true, true]));
    // Stock clients take the same state for old news once they were told that it is gone.
    ben.awareness.setLocalStateField("selections", []);
    await eventually(() => {
      expect(ana.awareness.getStates().has(ben.doc.clientID)).toBe(true);
    });
  } finally {
    house.clear();
    await other.stop();
    await house.close();
    await proxy.close();
  }
});
