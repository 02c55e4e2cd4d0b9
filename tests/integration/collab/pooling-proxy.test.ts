import { afterAll, beforeAll, expect, test } from "vitest";
import type { Bus } from "@/lib/bus/bus";
import { openPostgresBus } from "@/lib/bus/postgres";
import { log, openCollabHouse, textIn, type, type CollabHouse } from "@/tests/integration/collab/house";
import { eventually } from "@/tests/support/eventually";
import { openPoolingProxy, type PoolingProxy } from "@/tests/support/pooling-proxy";
import { addressIn, throughPort } from "@/tests/support/server-address";

/** Whose buses come to Postgres by a proxy that pools by transaction; what a bus that hears loses is never looked for. */
let house: CollabHouse;
let other: Awaited<ReturnType<CollabHouse["startAnother"]>>;
let proxy: PoolingProxy;
const buses: Bus[] = [];
beforeAll(async () => {
  house = await openCollabHouse({
    openBus: async (url) => {
      proxy ??= await openPoolingProxy(addressIn(url));
      const bus = await openPostgresBus({ url: throughPort(url, proxy.port), log });
      buses.push(bus);
      return bus;
    },
    tuning: { compareMs: 3_600_000 },
  });
  other = await house.startAnother();
});
afterAll(async () => {
  house.clear();
  await other.stop();
  await house.close();
  await proxy.close();
});

test("[I20] a bus that a pooling proxy keeps from hearing others does not say that it is connected", () => {
  expect(buses.map((bus) => bus.isConnected())).toEqual([false, false]);
});

test("[I20] two processes that a pooling proxy keeps from hearing each other still end with the same text", async () => {
  const deckId = await house.makeDeck("");
  const userId = await house.makePerson();
  const ana = await house.open(deckId);
  const ben = await house.open(deckId, { userId, getToken: async () => house.tokenFor(deckId, { userId, at: other.port }) });
  type(ana, 0, "from Ana ");
  await eventually(() => expect(textIn(ben)).toBe("from Ana "));
  type(ben, 0, "from Ben ");
  await eventually(() => expect(textIn(ana)).toBe("from Ben from Ana "));
  expect(await house.stored(deckId)).toBe("from Ben from Ana ");
});
