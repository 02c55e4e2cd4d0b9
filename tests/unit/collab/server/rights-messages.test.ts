import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { deckIdSchema, userIdSchema } from "@/lib/api/ids";
import { createMemoryBus } from "@/lib/bus/memory";
import { hearOfRights, nameFor, tellOfRights, type RightsNews } from "@/lib/collab/server/rights-messages";
import { createLog } from "@/lib/log";
import { eventually } from "@/tests/support/eventually";

const deckId = deckIdSchema.parse(randomUUID());
const newPerson = () => userIdSchema.parse(randomUUID());
const [ana, ben, carl] = [newPerson(), newPerson(), newPerson()];
const act = { by: { id: ana, name: "Ana" }, of: [ana, ben] };

test("those whose rights they are hear whose act it was, and nobody hears it of their own", () => {
  expect([nameFor(ben, act), nameFor(carl, act), nameFor(ana, act), nameFor(ben, undefined)]).toEqual(["Ana", undefined, undefined, undefined]);
});

test("other processes hear the act; what they can't read of it they leave out, and look the rights up all the same", async () => {
  const bus = createMemoryBus({ log: createLog("silent") });
  const heard: RightsNews[] = [];
  const stop = hearOfRights(bus, (deckIds, news) => {
    expect(deckIds).toEqual([deckId]);
    heard.push(news);
  });
  tellOfRights(bus, { from: "here", deckIds: [deckId], act });
  const say = (note: object) => bus.publish("rights", new TextEncoder().encode(JSON.stringify({ from: "there", ids: [deckId], ...note })));
  // An older build says nothing of it, a newer one perhaps something else.
  say({});
  say({ note: { by: "somebody's id" } });
  const unknown = { from: "there", act: undefined };
  await eventually(() => expect(heard).toEqual([{ from: "here", act }, unknown, unknown]));
  stop();
});
