import { afterEach, expect, test, vi } from "vitest";
import { createCommentStore, unsentKey } from "@/components/editor/comments/comment-store";
import { createLiveDeck } from "@/components/editor/session/live-deck";
import { createWaitingSource } from "@/components/editor/session/waiting-source";
import { createDeckCompiler } from "@/lib/deck";

afterEach(() => vi.unstubAllGlobals());

const id = "6c1f0a52-1111-4222-8333-444455556666";
const thread = { id, slideId: null, slide: null, quote: null, range: null, anchor: null, resolved: null, comments: [] };
const answerWith = (answer: () => Response) => vi.stubGlobal("fetch", async () => answer());
const draft = { slide: 2, at: 40 };

test("words of a reply wait while it can't be sent, and are gone once it is", async () => {
  const store = createCommentStore("x");
  store.unsent.set(id, "Half a thou");
  answerWith(() => new Response(null, { status: 503 }));
  await expect(store.reply(id, "Half a thought")).rejects.toMatchObject({ status: 503 });
  expect(store.unsent.get(id)).toBe("Half a thou");
  answerWith(() => Response.json(thread, { status: 201 }));
  await store.reply(id, "Half a thought");
  expect(store.unsent.has(id)).toBe(false);
});

test("words of a new conversation outlast a panel that closes, and are gone once they are said", async () => {
  const store = createCommentStore("x");
  store.show({ isOpen: true, draft });
  store.unsent.set(unsentKey(draft), "Too lo");
  store.show({ isOpen: false, draft: undefined });
  store.show({ isOpen: true, draft });
  expect(store.unsent.get(unsentKey(draft))).toBe("Too lo");
  answerWith(() => Response.json(thread, { status: 201 }));
  await store.begin("Too long");
  expect(store.unsent.size).toBe(0);
});

test("a session that has ended asks for nothing: its page would be refused", async () => {
  const answer = vi.fn(() => Response.json({ threads: [], people: [] }));
  answerWith(answer);
  const waiting = createWaitingSource();
  const live = createLiveDeck({ text: waiting.text, compiler: createDeckCompiler(), initialMarkdown: undefined, schedule: () => () => undefined });
  const store = createCommentStore("x");
  store.follow(live, waiting);
  await store.load();
  expect(answer).toHaveBeenCalledTimes(1);
  store.follow(live, { ...waiting, status: { state: "ended", reason: "deleted", sentence: "It is in the trash." } });
  await store.load();
  expect(answer).toHaveBeenCalledTimes(1);
});
