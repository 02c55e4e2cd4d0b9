import { randomUUID } from "node:crypto";
import { teamGate, type Cell, type Row } from "@/tests/integration/rights/row";

const team = "/api/teams/[id]";

const hook = { url: "https://example.invalid/hook", events: ["deck.changed"] };
const noHook = { params: { webhookId: randomUUID(), deliveryId: randomUUID() } };

/** Every call below `/api/teams/:id`, for its owner, admins, members, outside guests, who is not in it, who is signed out. */
export const teamRows: readonly Row[] = [
  { route: `GET ${team}`, answers: teamGate.everyone(200) },
  { route: `PATCH ${team}`, answers: teamGate.admins(200), call: () => ({ json: { name: "The team" } }) },
  { route: `DELETE ${team}`, what: "by who does not own it", answers: "skip 403 403 403 404 401" },
  {
    route: `PATCH ${team}/members/[userId]`,
    answers: teamGate.admins(204),
    call: async (cell) => ({ ...(await newMember(cell)), json: { role: "guest" } }),
  },
  { route: `DELETE ${team}/members/[userId]`, answers: teamGate.admins(204), call: newMember },
  { route: `PUT ${team}/owner`, what: "to nobody", answers: "404 403 403 403 404 401", call: () => ({ json: { userId: randomUUID() } }) },
  { route: `POST ${team}/invitations`, answers: teamGate.admins(201), call: () => ({ json: { role: "member" } }) },
  { route: `POST ${team}/invitations/[invitationId]`, answers: teamGate.admins(200), call: newInvitation },
  { route: `DELETE ${team}/invitations/[invitationId]`, answers: teamGate.admins(204), call: newInvitation },
  { route: `GET ${team}/webhooks`, answers: teamGate.admins(200) },
  { route: `POST ${team}/webhooks`, answers: teamGate.admins(201), call: () => ({ json: hook }) },
  { route: `PATCH ${team}/webhooks/[webhookId]`, what: "that is not there", answers: teamGate.admins(404), call: () => ({ ...noHook, json: hook }) },
  { route: `DELETE ${team}/webhooks/[webhookId]`, what: "that is not there", answers: teamGate.admins(404), call: () => noHook },
  { route: `GET ${team}/webhooks/[webhookId]/deliveries`, what: "that is not there", answers: teamGate.admins(404), call: () => noHook },
  {
    route: `POST ${team}/webhooks/[webhookId]/deliveries/[deliveryId]`,
    what: "that is not there",
    answers: teamGate.admins(404),
    call: () => noHook,
  },
];

/** Calls that ask only whether somebody is signed in: with an account, as a guest, not at all. */
export const doorRows: readonly Row[] = [
  { route: "GET /api/me", answers: "200 200 204" },
  { route: "PATCH /api/me", answers: "200 200 401", call: () => ({ json: { name: "Somebody" } }) },
  { route: "GET /api/openapi.json", answers: "200 200 200" },
  { route: "GET /api/tokens", answers: "200 200 401" },
  { route: "POST /api/tokens", answers: "201 403 401", call: () => ({ json: { label: "A program", scope: "read" } }) },
  { route: "DELETE /api/tokens/[tokenId]", what: "of nobody", answers: "404 404 401", call: () => ({ params: { tokenId: randomUUID() } }) },
  { route: "GET /api/me/account", answers: "200 200 401" },
  { route: "GET /api/me/sessions", answers: "200 200 401" },
  { route: "DELETE /api/me/sessions/[sessionId]", what: "of somebody else", answers: "404 404 401", call: sessionOfOwner },
  // Whoever may do these is gone afterwards: tests/integration/workspace/account.test.ts has them.
  { route: "DELETE /api/me/sessions", answers: "skip skip 401" },
  { route: "DELETE /api/me", answers: "skip skip 401", call: () => ({ json: {} }) },
  { route: "GET /api/decks", answers: "200 200 401" },
  { route: "POST /api/decks", answers: "201 201 401", call: () => ({ json: {} }) },
  { route: "POST /api/decks", what: "of a team of others", answers: "422 422 401", call: ({ scene }) => ({ json: { teamId: scene.teamId } }) },
  { route: "POST /api/decks/acts", answers: "200 200 401", call: () => ({ json: { deckIds: [randomUUID()], act: { kind: "trash" } } }) },
  { route: "GET /api/search", answers: "200 200 401", call: () => ({ query: "q=anything" }) },
  { route: "GET /api/library", answers: "200 200 401" },
  { route: "GET /api/templates", answers: "200 200 200" },
  { route: "POST /api/folders", answers: "201 201 401", call: () => ({ json: { name: randomUUID() } }) },
  {
    route: "POST /api/folders",
    what: "of a team of others",
    answers: "404 404 401",
    call: ({ scene }) => ({ json: { name: "X", teamId: scene.teamId } }),
  },
  {
    route: "PATCH /api/folders/[folderId]",
    what: "of others",
    answers: "404 404 401",
    call: async (cell) => ({ ...(await folderOfTeam(cell)), json: { name: randomUUID() } }),
  },
  { route: "DELETE /api/folders/[folderId]", what: "of others", answers: "404 404 401", call: folderOfTeam },
  { route: "POST /api/decks/import", answers: "201 201 401", call: () => ({ json: { source: "# Imported" } }) },
  {
    route: "POST /api/decks/import",
    what: "for a team of others",
    answers: "422 422 401",
    call: ({ scene }) => ({ json: { source: "# Imported", teamId: scene.teamId } }),
  },
  { route: "GET /api/teams", answers: "200 200 401" },
  { route: "POST /api/teams", answers: "201 403 401", call: () => ({ json: { name: "Another team" } }) },
  { route: "GET /api/join/[token]", answers: "200 200 200", call: newJoinLink },
  { route: "POST /api/join/[token]", answers: "200 200 401", call: newJoinLink },
  { route: "GET /api/invitations/[token]", answers: "200 200 200", call: invitedToTeam },
  { route: "POST /api/invitations/[token]", what: "into a team", answers: "200 403 401", call: invitedToTeam },
  { route: "POST /api/invitations/[token]", what: "to a deck", answers: "200 200 401", call: invitedToDeck },
  { route: "GET /api/inbox", answers: "200 200 401" },
  { route: "GET /api/inbox/count", answers: "200 200 401" },
  { route: "POST /api/inbox/seen", answers: "204 204 401" },
  {
    route: "PATCH /api/inbox/[itemId]",
    what: "of somebody else",
    answers: "404 404 401",
    call: () => ({ params: { itemId: randomUUID() }, json: { handled: true } }),
  },
  // Accounts themselves: better-auth's own answers, and 404 for all of its doors that are closed.
  { route: "GET /api/auth/[...all]", what: "a closed door", answers: "404 404 404", call: () => ({ params: { all: "ok" } }) },
  { route: "POST /api/auth/[...all]", what: "a closed door", answers: "404 404 404", call: () => ({ params: { all: "update-user" }, json: {} }) },
  ...["GET", "POST", "PUT", "PATCH", "DELETE"].map((method) => ({
    route: `${method} /api/[...rest]`,
    what: "an address that there is none of",
    answers: "404 404 404",
    call: () => ({ params: { rest: "nope" } }),
  })),
];

async function folderOfTeam({ scene }: Cell) {
  const { rows } = await scene.house.pool.query("INSERT INTO folder (name, owner_team_id) VALUES ($1, $2) RETURNING id", [
    randomUUID(),
    scene.teamId,
  ]);
  return { params: { folderId: rows[0].id } };
}

async function sessionOfOwner({ scene }: Cell) {
  const { rows } = await scene.house.pool.query("SELECT id FROM session WHERE user_id = $1 LIMIT 1", [scene.own.owner.userId]);
  return { params: { sessionId: rows[0].id } };
}

async function newMember({ scene }: Cell) {
  const { rows } = await scene.house.pool.query("INSERT INTO person (name, email) VALUES ('Victim', $1) RETURNING id", [randomUUID()]);
  await scene.house.pool.query("INSERT INTO team_member (team_id, user_id, role) VALUES ($1, $2, 'member')", [scene.teamId, rows[0].id]);
  return { params: { userId: rows[0].id } };
}

async function newInvitation({ scene }: Cell) {
  const sql = "INSERT INTO invitation (team_id, token, word, expires_at) VALUES ($1, $2, 'member', now() + interval '1 day') RETURNING id";
  const { rows } = await scene.house.pool.query(sql, [scene.teamId, randomUUID()]);
  return { params: { invitationId: rows[0].id } };
}

/** To a deck of its own, so that nobody comes to hold anything on the others. */
async function newDeck({ scene }: Cell): Promise<string> {
  const { rows } = await scene.house.pool.query("INSERT INTO deck (owner_user_id) VALUES ($1) RETURNING id", [scene.own.owner.userId]);
  return rows[0].id;
}

async function newJoinLink(cell: Cell) {
  const token = randomUUID();
  await cell.scene.house.pool.query(`INSERT INTO deck_link (deck_id, kind, "right", token) VALUES ($1, 'join', 'view', $2)`, [
    await newDeck(cell),
    token,
  ]);
  return { params: { token } };
}

async function invitedToDeck(cell: Cell) {
  const token = randomUUID();
  const sql =
    "INSERT INTO invitation (deck_id, token, word, email, expires_at) VALUES ($1, $2, 'view', 'x@example.invalid', now() + interval '1 day')";
  await cell.scene.house.pool.query(sql, [await newDeck(cell), token]);
  return { params: { token } };
}

async function invitedToTeam({ scene }: Cell) {
  const token = randomUUID();
  const { rows } = await scene.house.pool.query("INSERT INTO team (name, slug) VALUES ('Another', $1) RETURNING id", [token]);
  const sql = "INSERT INTO invitation (team_id, token, word, expires_at) VALUES ($1, $2, 'member', now() + interval '1 day')";
  await scene.house.pool.query(sql, [rows[0].id, token]);
  return { params: { token } };
}
