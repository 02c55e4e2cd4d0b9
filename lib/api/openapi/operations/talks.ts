import { answer, done, file, json, type OperationGroup } from "@/lib/api/openapi/operation";
import {
  clockBodySchema,
  driveTalkBodySchema,
  moveTalkBodySchema,
  peekingBodySchema,
  phoneCodeSchema,
  pointerBodySchema,
  startTalkBodySchema,
  talkListSchema,
  talkPresentersSchema,
  talkRecordSchema,
  talkSchema,
} from "@/lib/api/talks";

const talk = answer(200, "The talk as it is now.", talkSchema);
const address = "/api/decks/[id]/talks/[talkId]";

export const talks: OperationGroup = {
  name: "Talks",
  about: "A talk pins a version, and its audience sees what its driver shows. One person drives at a time.",
  operations: {
    "GET /api/decks/[id]/talks": {
      summary: "List a deck's talks, newest first",
      scope: "publish",
      answers: [answer(200, "The talks.", talkListSchema)],
    },
    "POST /api/decks/[id]/talks": {
      summary: "Begin a talk",
      scope: "publish",
      body: json(startTalkBodySchema),
      answers: [answer(201, "The talk.", talkSchema), answer(200, "One runs already.", talkSchema)],
    },
    [`GET ${address}`]: { summary: "See a talk's record", scope: "publish", answers: [answer(200, "What was shown when.", talkRecordSchema)] },
    [`POST ${address}/state`]: {
      summary: "Move the audience",
      scope: "publish",
      body: json(moveTalkBodySchema),
      answers: [answer(200, "The talk's new state.")],
    },
    [`GET ${address}/events`]: {
      summary: "Follow a talk as its presenter",
      scope: "publish",
      answers: [file("Server-sent events.", "text/event-stream")],
    },
    [`POST ${address}/clock`]: { summary: "Start, pause or reset the clock", scope: "publish", body: json(clockBodySchema), answers: [talk] },
    [`POST ${address}/driver`]: { summary: "Take over, or hand over", scope: "publish", body: json(driveTalkBodySchema), answers: [talk] },
    [`POST ${address}/peeking`]: { summary: "Let the audience look ahead, or not", scope: "publish", body: json(peekingBodySchema), answers: [talk] },
    [`POST ${address}/pointer`]: { summary: "Move the pointer", scope: "publish", body: json(pointerBodySchema), answers: [done] },
    [`GET ${address}/presenters`]: { summary: "List who may drive", scope: "publish", answers: [answer(200, "The people.", talkPresentersSchema)] },
    [`POST ${address}/phones`]: {
      summary: "Make a code that makes a phone the remote",
      scope: "publish",
      answers: [answer(201, "The code.", phoneCodeSchema)],
    },
    [`DELETE ${address}/phones/[phoneId]`]: { summary: "Disconnect a phone", scope: "publish", answers: [done] },
    [`POST ${address}/version`]: { summary: "Show the newest text", scope: "publish", answers: [talk] },
    [`POST ${address}/end`]: { summary: "End a talk", scope: "publish", answers: [talk] },
  },
};
