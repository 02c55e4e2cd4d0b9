import * as clockRoute from "@/app/api/decks/[id]/talks/[talkId]/clock/route";
import * as driverRoute from "@/app/api/decks/[id]/talks/[talkId]/driver/route";
import * as endRoute from "@/app/api/decks/[id]/talks/[talkId]/end/route";
import * as peekingRoute from "@/app/api/decks/[id]/talks/[talkId]/peeking/route";
import * as pointerRoute from "@/app/api/decks/[id]/talks/[talkId]/pointer/route";
import * as stateRoute from "@/app/api/decks/[id]/talks/[talkId]/state/route";
import * as versionRoute from "@/app/api/decks/[id]/talks/[talkId]/version/route";
import * as talksRoute from "@/app/api/decks/[id]/talks/route";
import { talkListSchema, talkSchema, type TalkInfo } from "@/lib/api/talks";
import { deckIdSchema } from "@/lib/api/ids";
import { deriveDeck } from "@/lib/workspace/decks/derive";
import type { DeckRight } from "@/lib/workspace/policies";
import { openHouse, userOf, type Actor } from "@/tests/integration/api/house";

/** A deck of three slides; the second has a list. */
export const three = "# One\n\n---\n\n# Two\n\n- a\n\n---\n\n# Three\n";

export interface Place {
  readonly deckId: string;
  readonly talkId: string;
}

const routes = {
  state: stateRoute.POST,
  driver: driverRoute.POST,
  clock: clockRoute.POST,
  pointer: pointerRoute.POST,
  version: versionRoute.POST,
  peeking: peekingRoute.POST,
  end: endRoute.POST,
};

/** A house with somebody in it who starts talks and acts in them by the API. */
export async function openTalkScene() {
  const house = await openHouse();
  const ana = await house.guest();
  const start = (deckId: string, json: unknown = {}, as = ana) =>
    house.call(talksRoute.POST, "POST", `/api/decks/${deckId}/talks`, { as, json, params: { id: deckId } });
  return {
    house,
    ana,
    start,
    post: (act: keyof typeof routes, { deckId, talkId }: Place, json: unknown = {}, as = ana) =>
      house.call(routes[act], "POST", `/api/decks/${deckId}/talks/${talkId}/${act}`, { as, json, params: { id: deckId, talkId } }),
    openTalk: async (markdown = three, json: unknown = {}): Promise<Place> => {
      const { id } = await house.createDeck(ana, { markdown });
      const answer = await start(id, json);
      if (answer.status !== 201) throw new Error(`no talk was started: ${answer.status}`);
      return { deckId: id, talkId: talkSchema.parse(await answer.json()).id };
    },
    talkOf: async ({ deckId, talkId }: Place, as = ana): Promise<TalkInfo> => {
      const answer = await house.call(talksRoute.GET, "GET", `/api/decks/${deckId}/talks`, { as, params: { id: deckId } });
      const found = talkListSchema.parse(await answer.json()).talks.find(({ id }) => id === talkId);
      if (!found) throw new Error("the talk is not listed");
      return found;
    },
    join: async (deckId: string, right: DeckRight): Promise<Actor> => {
      const link = await house.createLink(ana, deckId, { kind: "join", right });
      const person = await house.guest();
      const answer = await house.join(person, link.kind === "join" ? link.token : "");
      if (answer.status !== 200) throw new Error(`nobody joined: ${answer.status}`);
      return person;
    },
    /** An edit that has settled. */
    editDeck: async (id: string, markdown: string): Promise<void> => {
      const deckId = deckIdSchema.parse(id);
      const text = await house.runtime.collab.editDeck(deckId, () => markdown, { kind: "restore", userId: userOf(ana) });
      await deriveDeck(house.runtime, deckId, text);
    },
  };
}
