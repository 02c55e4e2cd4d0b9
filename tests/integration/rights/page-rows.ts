import { readdirSync } from "node:fs";
import { inProject } from "@/scripts/setup/root.mjs";
import type { Row } from "@/tests/integration/rights/row";

const builtAsset = `/assets/${readdirSync(inProject("build/assets")).find((file) => file.endsWith(".js"))}`;

/**
 * Pages as they are drawn for somebody: `page`, or for a deck `editor` or `slides`; `missing` is Next's 404, `login` the way
 * to sign in, `elsewhere` another page. The columns are those of
 * decks for addresses with a deck, of teams for those with a team, else those of doors.
 */
export const deckPageRows: readonly Row[] = [
  { route: "/decks/[id]", answers: "editor editor editor editor slides missing login" },
  { route: "/decks/[id]/talks", answers: "page page page missing missing missing login" },
  { route: "/decks/[id]/webhooks", answers: "page page missing missing missing missing login" },
];

export const teamPageRows: readonly Row[] = [
  { route: "/teams/[slug]", answers: "page page page page missing login", call: ({ scene }) => ({ params: { slug: scene.teamSlug } }) },
  {
    route: "/teams/[slug]/webhooks",
    answers: "page page missing missing missing login",
    call: ({ scene }) => ({ params: { slug: scene.teamSlug } }),
  },
];

export const doorPageRows: readonly Row[] = [
  { route: "/account", answers: "page page login" },
  { route: "/forgot-password", answers: "page page page" },
  { route: "/reset-password", answers: "page page page" },
  { route: "/teams", answers: "page page page" },
  { route: "/invitations/[token]", answers: "page page page", call: () => ({ params: { token: "nobody-made-this" } }) },
  { route: "/", answers: "page page page" },
  { route: "/decks", answers: "page page page" },
  { route: "/inbox", answers: "page page page" },
  { route: "/guide", answers: "page page page" },
  { route: "/account/tokens", answers: "page page login" },
  { route: "/guide/api", answers: "page page page" },
  { route: "/login", answers: "elsewhere page page" },
  { route: "/signup", answers: "elsewhere page page" },
  { route: "/join/[token]", answers: "page page page", call: () => ({ params: { token: "nobody-made-this" } }) },
];

/**
 * What the listener answers without Next, by the function that does it. What is behind a public link asks nobody who they
 * are; `tests/integration/workspace/public-passwords.test.ts` goes through the same addresses behind a password.
 */
export const listenerRows: readonly Row[] = [
  { route: "GET answerStagePage", answers: "200 200 200 200 200 404 303", call: ({ deck }) => ({ query: `/decks/${deck.id}/present` }) },
  {
    route: "GET answerStagePage",
    what: "as a talk showed it",
    answers: "200 200 200 404 404 404 303",
    call: async ({ scene: { house }, deck: { id, talkId, versionId } }) => {
      const visit = "INSERT INTO talk_visit (talk_id, rev, version_id, slide, anchor) VALUES ($1, 1, $2, 1, 'last') ON CONFLICT DO NOTHING";
      await house.pool.query(visit, [talkId, versionId]);
      return { query: `/decks/${id}/present?v=${versionId}` };
    },
  },
  { route: "GET answerDeckFile", answers: "200 200 200 200 200 404 401", call: ({ deck }) => ({ query: deck.fileUrl }) },
  {
    route: "GET answerDeckFile",
    what: "in a smaller size",
    answers: "200 200 200 200 200 404 401",
    call: ({ deck }) => ({ query: `${deck.fileUrl}?w=640` }),
  },
  { route: "GET answerPublicPage", answers: all(200), call: ({ deck }) => ({ query: `/p/${deck.publicSlug}` }) },
  { route: "POST answerPassword", answers: all(303), call: ({ deck }) => ({ query: `/p/${deck.publicSlug}`, body: "password=none" }) },
  { route: "GET answerPublicFile", answers: all(200), call: ({ deck }) => ({ query: `/p/${deck.publicSlug}/files/${"ab".repeat(32)}` }) },
  {
    route: "GET answerPublicFile",
    what: "in a smaller size",
    answers: all(200),
    call: ({ deck }) => ({ query: `/p/${deck.publicSlug}/files/${"ab".repeat(32)}?w=640` }),
  },
  { route: "GET answerEvents", answers: all(200), call: ({ deck }) => ({ query: `/p/${deck.publicSlug}/events?poll=1` }) },
  { route: "GET answerSoFar", answers: all(200), call: ({ deck }) => ({ query: `/p/${deck.publicSlug}/so-far.json` }) },
  { route: "GET answerRemotePage", what: "of a code that was never shown", answers: all(410), call: () => ({ query: "/remote/none" }) },
  { route: "GET answerOembed", answers: all(200), call: ({ deck }) => ({ query: `/p/${deck.publicSlug}/oembed.json` }) },
  { route: "GET answerCover", what: "of a link that nobody made", answers: all(404), call: () => ({ query: "/p/nobody/cover.jpg" }) },
  { route: "GET answerAsset", answers: all(200), call: () => ({ query: builtAsset }) },
  { route: "GET answerLive", answers: all(200), call: () => ({ query: "/api/health/live" }) },
  { route: "GET answerReady", answers: all(200), call: () => ({ query: "/api/health/ready" }) },
];

/**
 * Frames on the deck's socket: `text` is sent, an edit is `stored` or `refused` and a fence behind one says so, a caret is
 * `shown` to others and `told` to who asks, `closed` is who has no place on it.
 */
export const frameRows: readonly Row[] = [
  { route: "sync step 1", answers: "text text text text closed closed closed" },
  { route: "update", answers: "stored stored refused refused closed closed closed" },
  { route: "sync step 2", answers: "stored stored refused refused closed closed closed" },
  { route: "fence", answers: "durable durable roleDenied roleDenied closed closed closed" },
  { route: "awareness", answers: "shown shown shown shown closed closed closed" },
  { route: "queryAwareness", answers: "told told told told closed closed closed" },
  { route: "hello", answers: "edit edit comment comment closed closed closed" },
  { route: "hint", answers: "hinted hinted hinted hinted closed closed closed" },
];

function all(status: number): string {
  return Array.from({ length: 7 }, () => status).join(" ");
}
