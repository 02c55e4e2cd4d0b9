import * as decoding from "lib0/decoding";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { UserId } from "@/lib/api/ids";
import { frameTypes, readRole } from "@/lib/collab/protocol/frames";
import { readHint } from "@/lib/collab/protocol/hello";
import { openCollabHouse, type CollabHouse } from "@/tests/integration/collab/house";
import { eventually } from "@/tests/support/eventually";

let house: CollabHouse;
beforeAll(async () => {
  house = await openCollabHouse();
});
afterEach(() => house.clear());
afterAll(() => house.close());

test("whose right changes by somebody's act is told by whom; nobody else is, nor of their own act, nor where it was only found", async () => {
  const deckId = await house.makeDeck("text");
  const [owner, ben, carl] = [await house.makePerson(), await house.connect(deckId, "edit"), await house.connect(deckId, "edit")];
  const act = { by: { id: owner, name: "Ana Müller" }, of: [ben.userId] };
  const become = async (role: "comment" | "edit", whose?: typeof act) => {
    for (const { userId, frames } of [ben, carl]) {
      frames.length = 0;
      house.roles.set(userId, role);
    }
    await house.collab.recheckRoles([deckId], whose);
    await eventually(() => expect([ben, carl].map(({ frames }) => frames.at(-1)?.[0])).toEqual([frameTypes.hint, frameTypes.hint]));
    return [ben, carl].map(({ frames }) => [
      frames.flatMap((frame) => (frame[0] === frameTypes.role ? [readRole(decoding.createDecoder(frame.slice(1)))] : [])),
      frames.flatMap((frame) => (frame[0] === frameTypes.hint ? [readHint(decoding.createDecoder(frame.slice(1)))] : [])),
    ]);
  };
  const told = (role: "comment" | "edit", by?: string) => [
    [by === undefined ? { role } : { role, by }],
    [{ kind: "deck", rev: expect.any(Number), ...(by === undefined ? {} : { by }) }],
  ];
  expect(await become("comment", act)).toEqual([told("comment", "Ana Müller"), told("comment")]);
  expect(await become("edit", { ...act, by: { id: ben.userId, name: "Ben" } })).toEqual([told("edit"), told("edit")]);
  expect(await become("comment")).toEqual([told("comment"), told("comment")]);
});

test("who loses every right by somebody's act is told by whom, and who did it themselves is not", async () => {
  const deckId = await house.makeDeck("text");
  const [ben, carl] = [await house.makePerson(), await house.makePerson()];
  const openAs = (userId: UserId) => house.open(deckId, { userId, getToken: async () => house.tokenOrRefusal(deckId, { userId }) });
  const [gone, left] = [await openAs(ben), await openAs(carl)];
  for (const userId of [ben, carl]) house.roles.set(userId, undefined);
  await house.collab.recheckRoles([deckId], { by: { id: carl, name: "Carl" }, of: [ben, carl] });
  const sentence = (who: string) => expect.stringMatching(`^${who} took away your access`);
  await eventually(() => {
    expect(gone.status).toMatchObject({ state: "ended", reason: "forbidden", sentence: sentence("Carl") });
    expect(left.status).toMatchObject({ state: "ended", reason: "forbidden", sentence: sentence("Somebody") });
  });
});
