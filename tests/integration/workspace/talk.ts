import * as commentsRoute from "@/app/api/decks/[id]/comments/route";
import * as commentRoute from "@/app/api/decks/[id]/comments/[commentId]/route";
import * as repliesRoute from "@/app/api/decks/[id]/comments/[commentId]/replies/route";
import { commentListSchema, commentThreadSchema, type CommentThread, type CreateCommentBody } from "@/lib/api/comments";
import type { DeckId } from "@/lib/api/ids";
import { listSlides } from "@/lib/workspace/slides/list";
import { userOf, type House } from "@/tests/integration/api/house";

export const three = "# One\n\nfirst point\n\n---\n\n# Two\n\nthe cache is warm\n\n---\n\n# Three\n\nthird point\n";
export const quote = "cache is warm";

export type TalkingHouse = Awaited<ReturnType<typeof openTalk>>;

/** A house with a deck's people in it: Ana, whose decks they are; Ben, who edits; Cleo, who comments; Vera, who looks on. */
export async function openTalk(house: House) {
  const [ana, ben, cleo, vera] = [await house.signUp("Ana"), await house.signUp("Ben"), await house.signUp("Cleo"), await house.signUp("Vera")];

  async function openDeck(markdown = three): Promise<DeckId> {
    const { id } = await house.createDeck(ana, { markdown });
    for (const [person, right] of [
      [ben, "edit"],
      [cleo, "comment"],
      [vera, "view"],
    ] as const) {
      const link = await house.createLink(ana, id, { kind: "join", right });
      if (link.kind === "join") await house.join(person, link.token);
    }
    return id;
  }

  function post(id: DeckId, json: unknown, as = cleo): Promise<Response> {
    return house.call(commentsRoute.POST, "POST", `/api/decks/${id}/comments`, { as, params: { id }, json });
  }

  async function say(id: DeckId, comment: CreateCommentBody, as = cleo): Promise<CommentThread> {
    return commentThreadSchema.parse(await (await post(id, comment, as)).json());
  }

  function get(id: DeckId, as = ana): Promise<Response> {
    return house.call(commentsRoute.GET, "GET", `/api/decks/${id}/comments`, { as, params: { id } });
  }

  async function threads(id: DeckId, as = ana): Promise<readonly CommentThread[]> {
    return commentListSchema.parse(await (await get(id, as)).json()).threads;
  }

  return {
    ana,
    ben,
    cleo,
    vera,
    openDeck,
    post,
    say,
    get,
    threads,
    /** A comment on these words of the text as it is now. */
    sayAbout: async (id: DeckId, words = quote): Promise<CommentThread> => {
      const { markdown } = await house.runtime.collab.readDeck(id);
      const start = markdown.indexOf(words);
      return say(id, { body: "Is it?", range: { start, end: start + words.length }, quote: words });
    },
    reply: (id: DeckId, commentId: string, json: unknown, as = ben): Promise<Response> =>
      house.call(repliesRoute.POST, "POST", `/api/decks/${id}/comments/${commentId}/replies`, { as, params: { id, commentId }, json }),
    patch: (id: DeckId, commentId: string, json: unknown, as = cleo): Promise<Response> =>
      house.call(commentRoute.PATCH, "PATCH", `/api/decks/${id}/comments/${commentId}`, { as, params: { id, commentId }, json }),
    remove: (id: DeckId, commentId: string, as = cleo): Promise<Response> =>
      house.call(commentRoute.DELETE, "DELETE", `/api/decks/${id}/comments/${commentId}`, { as, params: { id, commentId } }),
    edit: async (id: DeckId, change: (markdown: string) => string): Promise<void> => {
      await house.runtime.collab.editDeck(id, change, { kind: "api", userId: userOf(ana) });
    },
    slideIds: async (id: DeckId): Promise<readonly string[]> => (await listSlides(house.runtime, id)).map((slide) => slide.id),
    /** What the only thread's range holds now; null where its words are gone. */
    heldWords: async (id: DeckId): Promise<string | null> => {
      const [thread] = await threads(id);
      const { markdown } = await house.runtime.collab.readDeck(id);
      return thread?.range ? markdown.slice(thread.range.start, thread.range.end) : null;
    },
  };
}
