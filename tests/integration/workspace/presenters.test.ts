import { expect, test } from "vitest";
import * as presentersRoute from "@/app/api/decks/[id]/talks/[talkId]/presenters/route";
import * as talksRoute from "@/app/api/decks/[id]/talks/route";
import { talkPresentersSchema, talkSchema } from "@/lib/api/talks";
import { openHouse } from "@/tests/integration/api/house";

test("whoever may present is listed for handing a talk over, and nobody else", async () => {
  const house = await openHouse();
  try {
    const ana = await house.guest();
    const { id } = await house.createDeck(ana, { markdown: "# One" });
    const [, , ben, cleo] = await Promise.all(
      (["view", "comment", "present", "edit"] as const).map(async (right) => {
        const link = await house.createLink(ana, id, { kind: "join", right });
        const person = await house.guest();
        await house.join(person, link.kind === "join" ? link.token : "");
        return person;
      }),
    );
    const started = await house.call(talksRoute.POST, "POST", `/api/decks/${id}/talks`, { as: ana, json: {}, params: { id } });
    const { id: talkId } = talkSchema.parse(await started.json());
    const answer = await house.call(presentersRoute.GET, "GET", `/api/decks/${id}/talks/${talkId}/presenters`, { as: ben, params: { id, talkId } });
    const { people } = talkPresentersSchema.parse(await answer.json());
    expect(new Set(people.map((person) => person.id))).toEqual(new Set([ana, ben, cleo].map((person) => person?.userId)));
  } finally {
    await house.close();
  }
});
