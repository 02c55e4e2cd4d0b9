import { deckSchema } from "@/lib/api/decks";
import { acceptedSchema, invitationOfferSchema, inviteToDeckBodySchema, sentInvitationSchema } from "@/lib/api/invitations";
import {
  createLinkBodySchema,
  joinBodySchema,
  joinedSchema,
  joinOfferSchema,
  linkListSchema,
  linkSchema,
  updateLinkBodySchema,
} from "@/lib/api/links";
import { answer, done, json, type OperationGroup } from "@/lib/api/openapi/operation";
import { copyDeckBodySchema, deckPeopleSchema, setOwnerBodySchema, setRightBodySchema } from "@/lib/api/people";

export const sharing: OperationGroup = {
  name: "Sharing",
  about:
    "People, teams and links that may do something with a deck. A public link is a page for anybody; a join link gives a right to whoever agrees.",
  operations: {
    "GET /api/decks/[id]/links": {
      summary: "List a deck's links",
      scope: "publish",
      answers: [answer(200, "The links that are in force.", linkListSchema)],
    },
    "POST /api/decks/[id]/links": {
      summary: "Make a link: publish a deck, or let people in",
      scope: "publish",
      body: json(createLinkBodySchema),
      answers: [answer(201, "The link.", linkSchema)],
    },
    "PATCH /api/decks/[id]/links/[linkId]": {
      summary: "Change a link; its address stays",
      scope: "publish",
      body: json(updateLinkBodySchema),
      answers: [answer(200, "The link.", linkSchema)],
    },
    "DELETE /api/decks/[id]/links/[linkId]": { summary: "Withdraw a link", scope: "publish", answers: [done] },
    "GET /api/decks/[id]/people": {
      summary: "See who has access to a deck",
      scope: "publish",
      answers: [answer(200, "Owner, people, teams and invitations.", deckPeopleSchema)],
    },
    "PATCH /api/decks/[id]/people/[userId]": {
      summary: "Change somebody's right",
      scope: "publish",
      body: json(setRightBodySchema),
      answers: [done],
    },
    "DELETE /api/decks/[id]/people/[userId]": { summary: "Take somebody's access, or leave a deck", scope: "write", answers: [done] },
    "PUT /api/decks/[id]/teams/[teamId]": { summary: "Give a team a right", scope: "publish", body: json(setRightBodySchema), answers: [done] },
    "DELETE /api/decks/[id]/teams/[teamId]": { summary: "Take a team's access", scope: "publish", answers: [done] },
    "POST /api/decks/[id]/invitations": {
      summary: "Invite somebody to a deck by mail",
      scope: "publish",
      body: json(inviteToDeckBodySchema),
      answers: [answer(201, "The invitation.", sentInvitationSchema)],
    },
    "POST /api/decks/[id]/invitations/[invitationId]": {
      summary: "Send an invitation again",
      scope: "publish",
      answers: [answer(200, "The invitation.", sentInvitationSchema)],
    },
    "DELETE /api/decks/[id]/invitations/[invitationId]": { summary: "Withdraw an invitation", scope: "publish", answers: [done] },
    "PUT /api/decks/[id]/owner": { summary: "Hand a deck over", scope: "publish", body: json(setOwnerBodySchema), answers: [done] },
    "POST /api/decks/[id]/copy": {
      summary: "Copy a deck",
      scope: "write",
      body: json(copyDeckBodySchema),
      answers: [answer(201, "The copy.", deckSchema)],
    },
    "GET /api/join/[token]": { summary: "See what a join link offers", scope: "open", answers: [answer(200, "The offer.", joinOfferSchema)] },
    "POST /api/join/[token]": {
      summary: "Agree to a join link",
      scope: "none",
      body: json(joinBodySchema),
      answers: [answer(200, "The right that you have now.", joinedSchema)],
    },
    "GET /api/invitations/[token]": {
      summary: "See what an invitation offers",
      scope: "open",
      answers: [answer(200, "The offer.", invitationOfferSchema)],
    },
    "POST /api/invitations/[token]": {
      summary: "Accept an invitation",
      scope: "none",
      answers: [answer(200, "Where you are in now.", acceptedSchema)],
    },
  },
};
