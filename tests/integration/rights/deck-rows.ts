import { randomUUID } from "node:crypto";
import { diagramRenderer } from "@/lib/stage/diagrams/mermaid-config";
import { gate, type Cell, type Row } from "@/tests/integration/rights/row";
import { sceneMarkdown } from "@/tests/integration/rights/scene";

const deck = "/api/decks/[id]";
const talk = `${deck}/talks/[talkId]`;
const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect width="1" height="1"/></svg>`;

const hook = { url: "https://example.invalid/hook", events: ["deck.changed"] };
const noHook = { params: { webhookId: randomUUID(), deliveryId: randomUUID() } };

/** Every call below `/api/decks/:id`, for who owns it, edits, presents, comments, views, is nothing to it, is signed out. */
export const deckRows: readonly Row[] = [
  { route: `GET ${deck}`, answers: gate.everyone(200) },
  { route: `PATCH ${deck}`, answers: gate.editors(200), call: () => ({ json: { title: "Renamed" } }) },
  { route: `PATCH ${deck}`, what: "with tags", answers: gate.editors(200), call: () => ({ json: { tags: ["Draft"] } }) },
  { route: `PATCH ${deck}`, what: "as a template", answers: gate.editors(200), call: () => ({ json: { isTemplate: true } }) },
  { route: `PATCH ${deck}`, what: "with a star", answers: gate.everyone(200), call: () => ({ json: { isStarred: true } }) },
  { route: `PATCH ${deck}`, what: "out of the trash", answers: gate.owners(200), call: () => ({ json: { trashed: false } }) },
  { route: `DELETE ${deck}`, what: "for ever, out of no trash", answers: gate.owners(409), call: () => ({ query: "forever=true" }) },
  { route: `DELETE ${deck}`, answers: gate.owners(204), after: takeOutOfTrash },
  { route: `GET ${deck}/markdown`, answers: gate.readers(200) },
  { route: `PUT ${deck}/markdown`, answers: gate.editors(204), call: () => ({ body: sceneMarkdown, headers: { "content-type": "text/markdown" } }) },
  { route: `POST ${deck}/merge`, answers: gate.editors(200), call: () => ({ json: { base: sceneMarkdown, markdown: sceneMarkdown } }) },
  { route: `GET ${deck}/collab-token`, answers: gate.readers(200) },
  { route: `GET ${deck}/export`, what: "as HTML", answers: gate.everyone(200), call: () => ({ query: "format=html" }) },
  { route: `GET ${deck}/export`, what: "as HTML with notes", answers: gate.readers(200), call: () => ({ query: "format=html&notes=1" }) },
  { route: `GET ${deck}/export`, what: "as Markdown", answers: gate.readers(200), call: () => ({ query: "format=md" }) },
  { route: `POST ${deck}/copy`, answers: gate.readers(201), call: () => ({ json: {} }) },
  { route: `PUT ${deck}/owner`, what: "to nobody", answers: gate.owners(422), call: () => ({ json: { userId: randomUUID() } }) },

  { route: `GET ${deck}/diagrams`, answers: gate.readers(200) },
  { route: `GET ${deck}/diagrams/[hash]`, answers: gate.everyone(200), call: keptDiagram },
  {
    route: `PUT ${deck}/diagrams/[hash]`,
    answers: gate.editors(204),
    call: () => ({ params: { hash: "def" }, json: { renderer: diagramRenderer, svg } }),
  },
  { route: `PUT ${deck}/fits`, answers: gate.editors(204), call: () => ({ json: { theme: "lectern", fontsVersion: "1", fits: [] } }) },
  { route: `GET ${deck}/files`, answers: gate.readers(200) },
  {
    route: `POST ${deck}/files`,
    answers: gate.editors(201),
    call: () => ({ body: svg.replace("rect", `rect id="r${randomUUID()}"`), headers: { "content-type": "image/svg+xml", "x-file-name": "new.svg" } }),
  },
  { route: `POST ${deck}/files/missing`, answers: gate.editors(200), call: () => ({ json: { markdown: sceneMarkdown } }) },
  {
    route: `PATCH ${deck}/files/[...path]`,
    answers: gate.editors(200),
    call: async (cell) => ({ ...(await newFile(cell)), json: { path: `${randomUUID()}.svg` } }),
  },
  { route: `DELETE ${deck}/files/[...path]`, answers: gate.editors(204), call: newFile },
  {
    route: `POST ${deck}/slides/copies`,
    what: "of a deck of others",
    answers: "404 404 403 403 403 404 401",
    call: () => ({ json: { from: randomUUID(), anchors: ["a"] } }),
  },
  { route: `GET ${deck}/import`, answers: gate.readers(200) },
  { route: `POST ${deck}/import`, answers: gate.editors(200), call: () => ({ json: { dialect: "lectern", replaceEdits: true } }) },
  { route: `GET ${deck}/import/original`, answers: gate.readers(200) },
  { route: `GET ${deck}/slides`, answers: gate.readers(200) },
  { route: `POST ${deck}/slides/[slideId]/split`, answers: gate.editors(204), call: ({ deck: { slideId } }) => ({ params: { slideId } }) },
  { route: `GET ${deck}/slides/deleted`, answers: gate.readers(200) },
  { route: `GET ${deck}/slides/[slideId]/history`, answers: gate.readers(200), call: ({ deck: { slideId } }) => ({ params: { slideId } }) },
  { route: `POST ${deck}/slides/[slideId]/restore`, answers: gate.editors(204), call: lastSlide },
  { route: `GET ${deck}/reviews`, answers: gate.readers(200) },
  {
    route: `PUT ${deck}/slides/[slideId]/review`,
    answers: gate.readers(200),
    call: async (cell) => {
      const { params, json } = await lastSlide(cell);
      return { params, json: { ...json, verdict: "approve" } };
    },
  },
  { route: `GET ${deck}/versions/[versionId]/markdown`, answers: gate.readers(200), call: version },
  { route: `GET ${deck}/versions`, answers: gate.readers(200) },
  { route: `POST ${deck}/versions`, answers: gate.editors("20x"), call: () => ({ json: { name: "Kept now" } }) },
  { route: `GET ${deck}/versions/[versionId]`, answers: gate.readers(200), call: version },
  { route: `PATCH ${deck}/versions/[versionId]`, answers: gate.editors(200), call: (cell) => ({ ...version(cell), json: { name: "Kept" } }) },
  { route: `POST ${deck}/versions/[versionId]/restore`, answers: gate.editors(204), call: version },

  { route: `GET ${deck}/webhooks`, answers: gate.editors(200) },
  { route: `POST ${deck}/webhooks`, answers: gate.editors(201), call: () => ({ json: hook }) },
  { route: `PATCH ${deck}/webhooks/[webhookId]`, what: "that is not there", answers: gate.editors(404), call: () => ({ ...noHook, json: hook }) },
  { route: `DELETE ${deck}/webhooks/[webhookId]`, what: "that is not there", answers: gate.editors(404), call: () => noHook },
  { route: `GET ${deck}/webhooks/[webhookId]/deliveries`, what: "that is not there", answers: gate.editors(404), call: () => noHook },
  { route: `POST ${deck}/webhooks/[webhookId]/deliveries/[deliveryId]`, what: "that is not there", answers: gate.editors(404), call: () => noHook },

  { route: `GET ${deck}/talks`, answers: gate.presenters(200) },
  { route: `POST ${deck}/talks`, answers: gate.presenters(200), call: () => ({ json: {} }) },
  { route: `POST ${talk}/driver`, answers: gate.presenters(200), call: driving },
  {
    route: `POST ${talk}/state`,
    answers: gate.presenters(200),
    call: async (cell) => ({ ...(await driving(cell)), json: { anchor: "last", step: 0 } }),
  },
  { route: `POST ${talk}/pointer`, answers: gate.presenters(204), call: async (cell) => ({ ...(await driving(cell)), json: { off: true } }) },
  { route: `POST ${talk}/clock`, answers: gate.presenters(200), call: async (cell) => ({ ...(await driving(cell)), json: { act: "start" } }) },
  { route: `POST ${talk}/version`, answers: gate.presenters(200), call: driving },
  { route: `GET ${talk}/presenters`, answers: gate.presenters(200), call: driving },
  { route: `GET ${talk}/events`, answers: gate.presenters(200), call: driving },
  { route: `POST ${talk}/end`, answers: gate.presenters(200), call: driving },

  { route: `GET ${talk}`, answers: gate.presenters(200), call: driving },
  { route: `POST ${talk}/peeking`, answers: gate.presenters(200), call: async (cell) => ({ ...(await driving(cell)), json: { peeking: true } }) },
  { route: `POST ${talk}/phones`, answers: gate.presenters(201), call: driving },
  { route: `DELETE ${talk}/phones/[phoneId]`, answers: gate.presenters(204), call: newPhone },

  { route: `GET ${deck}/comments`, answers: gate.readers(200) },
  { route: `POST ${deck}/comments`, answers: gate.readers(201), call: () => ({ json: { body: "Well said" } }) },
  {
    route: `PATCH ${deck}/comments/[commentId]`,
    answers: gate.readers(200),
    call: async (cell) => ({ ...(await newComment(cell)), json: { body: "Better" } }),
  },
  { route: `DELETE ${deck}/comments/[commentId]`, answers: gate.readers(204), call: newComment },
  {
    route: `POST ${deck}/comments/[commentId]/replies`,
    answers: gate.readers(201),
    call: async (cell) => ({ ...(await newComment(cell)), json: { body: "Yes" } }),
  },
  {
    route: `POST ${deck}/comments/import`,
    answers: gate.editors(201),
    call: () => ({
      json: {
        threads: [
          {
            slide: null,
            quote: null,
            range: null,
            resolved: null,
            comments: [{ author: null, body: "Well", createdAt: "2026-05-12T10:00:00.000Z" }],
          },
        ],
      },
    }),
  },
  { route: `GET ${deck}/watch`, answers: gate.readers(200) },
  { route: `PUT ${deck}/watch`, answers: gate.readers(200), call: () => ({ json: { level: "watching" } }) },

  { route: `GET ${deck}/links`, answers: gate.editors(200) },
  { route: `POST ${deck}/links`, answers: gate.editors(201), call: () => ({ json: { kind: "join", right: "view" } }) },
  {
    route: `PATCH ${deck}/links/[linkId]`,
    answers: gate.editors(200),
    call: async (cell) => ({ ...(await newLink(cell)), json: { label: "Changed" } }),
  },
  { route: `DELETE ${deck}/links/[linkId]`, answers: gate.editors(204), call: newLink },
  { route: `GET ${deck}/people`, answers: gate.editors(200) },
  {
    route: `PATCH ${deck}/people/[userId]`,
    answers: gate.editors(204),
    call: async (cell) => ({ ...(await newViewer(cell)), json: { right: "comment" } }),
  },
  { route: `DELETE ${deck}/people/[userId]`, answers: gate.editors(204), call: newViewer },
  {
    route: `PUT ${deck}/teams/[teamId]`,
    what: "a team of others",
    answers: gate.editors(404),
    call: () => ({ params: { teamId: randomUUID() }, json: { right: "view" } }),
  },
  { route: `DELETE ${deck}/teams/[teamId]`, answers: gate.editors(204), call: newSharedTeam },
  {
    route: `POST ${deck}/invitations`,
    answers: gate.editors(201),
    call: () => ({ json: { email: `${randomUUID()}@example.invalid`, right: "view" } }),
  },
  { route: `POST ${deck}/invitations/[invitationId]`, answers: gate.editors(200), call: newInvitation },
  { route: `DELETE ${deck}/invitations/[invitationId]`, answers: gate.editors(204), call: newInvitation },
];

function version({ deck: { versionId } }: Cell) {
  return { params: { versionId } };
}

async function takeOutOfTrash({ scene, deck: { id } }: Cell) {
  await scene.house.pool.query("UPDATE deck SET trashed_at = NULL WHERE id = $1", [id]);
}

async function newFile({ scene, deck: { id } }: Cell) {
  const path = `${randomUUID()}.svg`;
  const sql = "INSERT INTO deck_file (deck_id, path, sha256, media_type, byte_count) VALUES ($1, $2, md5($2) || md5($2), 'image/svg+xml', 1)";
  await scene.house.pool.query(sql, [id, path]);
  return { params: { path: [path] } };
}

async function keptDiagram({ scene, deck: { id } }: Cell) {
  await scene.house.pool.query("UPDATE diagram SET renderer = $2 WHERE deck_id = $1 AND hash = 'abc'", [id, diagramRenderer]);
  return { params: { hash: "abc" } };
}

/** The running talk, with whoever asks at its desk: who lost the right drives no more. */
async function driving({ scene, actor, deck: { id, talkId } }: Cell) {
  await scene.house.pool.query("UPDATE talk SET driver_id = $3, ended_at = NULL WHERE deck_id = $1 AND id = $2", [id, talkId, actor.userId ?? null]);
  return { params: { talkId } };
}

/** A slide with its text of this moment. */
async function lastSlide({ scene, deck: { id } }: Cell) {
  const sql = "SELECT id, text_hash FROM slide WHERE deck_id = $1 AND gone_seq IS NULL ORDER BY position DESC LIMIT 1";
  const { rows } = await scene.house.pool.query(sql, [id]);
  return { params: { slideId: rows[0].id }, json: { textHash: rows[0].text_hash } };
}

async function newPhone(cell: Cell) {
  const { params } = await driving(cell);
  const sql = "INSERT INTO talk_phone (talk_id, user_id, code_hash, expires_at) VALUES ($1, $2, $3, now() + interval '1 hour') RETURNING id";
  const asked = [params.talkId, cell.actor.userId ?? cell.deck.owner.userId, randomUUID()];
  return { params: { ...params, phoneId: (await cell.scene.house.pool.query(sql, asked)).rows[0].id } };
}

/** Said by whoever asks, where that is somebody: who lost the right has no hand on it any more. */
async function newComment({ scene, actor, deck: { id } }: Cell) {
  const commentId = randomUUID();
  await scene.house.pool.query("INSERT INTO comment_thread (id, deck_id) VALUES ($1, $2)", [commentId, id]);
  const sql = "INSERT INTO comment (id, thread_id, author_id, body) VALUES ($1, $1, $2, 'Well')";
  await scene.house.pool.query(sql, [commentId, actor.userId ?? null]);
  return { params: { commentId } };
}

async function newLink(cell: Cell) {
  return {
    params: { linkId: await newRow(cell, `INSERT INTO deck_link (deck_id, kind, "right", token) VALUES ($1, 'join', 'view', $2) RETURNING id`) },
  };
}

async function newInvitation(cell: Cell) {
  const sql =
    "INSERT INTO invitation (deck_id, token, word, email, expires_at) VALUES ($1, $2, 'view', $2 || '@example.invalid', now() + interval '1 day') RETURNING id";
  return { params: { invitationId: await newRow(cell, sql) } };
}

async function newRow({ scene, deck: { id } }: Cell, sql: string): Promise<string> {
  return (await scene.house.pool.query(sql, [id, randomUUID()])).rows[0].id;
}

async function newViewer({ scene, deck: { id } }: Cell) {
  const { rows } = await scene.house.pool.query("INSERT INTO person (name, email) VALUES ('Victim', $1) RETURNING id", [randomUUID()]);
  await scene.house.pool.query(`INSERT INTO deck_grant (deck_id, user_id, "right") VALUES ($1, $2, 'view')`, [id, rows[0].id]);
  return { params: { userId: rows[0].id } };
}

async function newSharedTeam({ scene, deck: { id } }: Cell) {
  const { rows } = await scene.house.pool.query("INSERT INTO team (name, slug) VALUES ('Shared', $1) RETURNING id", [randomUUID()]);
  await scene.house.pool.query(`INSERT INTO deck_grant (deck_id, team_id, "right") VALUES ($1, $2, 'view')`, [id, rows[0].id]);
  return { params: { teamId: rows[0].id } };
}
