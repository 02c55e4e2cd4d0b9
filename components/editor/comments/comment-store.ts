import { countBySlide, placeThreads, type PlacedThread } from "@/components/editor/comments/place-threads";
import type { LiveDeck } from "@/components/editor/session/live-deck";
import { sentenceOf } from "@/components/ui/sentence-of";
import { createComment, deleteComment, listComments, patchComment, replyToComment } from "@/lib/api/comments-client";
import type { CommentPerson, CommentThread, CreateCommentBody, PatchCommentBody } from "@/lib/api/comments";
import type { DeckSource } from "@/lib/collab/client/deck-source";

/** A conversation that is being begun: what it is about. */
export interface CommentDraft extends Omit<CreateCommentBody, "body"> {
  readonly slide: number;
}

export const shownThreads = ["open", "resolved"] as const;
export type ShownThreads = (typeof shownThreads)[number];

export interface CommentState {
  readonly loaded: { readonly state: "loading" } | { readonly state: "there" } | { readonly state: "failed"; readonly sentence: string };
  readonly placed: readonly PlacedThread[];
  readonly counts: ReadonlyMap<number, number>;
  readonly people: readonly CommentPerson[];
  /** Is the panel open? */
  readonly isOpen: boolean;
  readonly shown: ShownThreads;
  /** The conversation that text and panel both show. */
  readonly activeId: string | undefined;
  readonly draft: CommentDraft | undefined;
}

/** A deck's conversations as one open editor shows them. What can't be done is thrown as a sentence. */
export interface CommentStore {
  readonly deckId: string;
  /**
   * What was written and not said yet, by conversation (`unsentKey` for one that is being begun): it outlasts its form,
   * which goes when another conversation is shown, the panel closes or a phone is turned.
   */
  readonly unsent: Map<string, string>;
  get(): CommentState;
  subscribe(listener: () => void): () => void;
  /** Fetches all of them anew; nothing where the deck's session has ended, whose page would be refused. */
  load(): Promise<void>;
  /** Opens or closes the panel, chooses what it shows, begins or gives up a conversation. */
  show(change: Partial<Pick<CommentState, "isOpen" | "shown" | "activeId" | "draft">>): void;
  /** Says the first words of the draft's conversation. */
  begin(body: string): Promise<void>;
  reply(threadId: string, body: string): Promise<void>;
  change(commentId: string, body: PatchCommentBody): Promise<void>;
  delete(commentId: string): Promise<void>;
  /** Keeps places true while the text changes, and knows when the session has ended; returns its stop. */
  follow(live: LiveDeck, source: DeckSource): () => void;
}

/** Of the words of a conversation that is being begun: others on the same words go on with them. */
export function unsentKey({ quote, slide }: CommentDraft): string {
  return `new ${quote ?? slide}`;
}

/** Typing moves places at every key; they are looked up anew when it pauses. */
const placeDelayMs = 150;
const nothing: CommentState = {
  loaded: { state: "loading" },
  placed: [],
  counts: new Map(),
  people: [],
  isOpen: false,
  shown: "open",
  activeId: undefined,
  draft: undefined,
};

export function createCommentStore(deckId: string): CommentStore {
  const listeners = new Set<() => void>();
  const unsent = new Map<string, string>();
  let state = nothing;
  let threads: readonly CommentThread[] = [];
  let text: { readonly live: LiveDeck; readonly source: DeckSource } | undefined;
  let loading: Promise<void> | undefined;
  let isStale = false;

  function set(change: Partial<CommentState>) {
    state = { ...state, ...change };
    for (const listener of [...listeners]) listener();
  }

  function place() {
    if (text === undefined) return;
    const placed = placeThreads(threads, { deck: text.live.snapshot().deck, doc: text.source.doc });
    set({ placed, counts: countBySlide(placed) });
  }

  function put(thread: CommentThread) {
    threads = [...threads.filter(({ id }) => id !== thread.id), thread];
    place();
  }

  async function fetchAll(): Promise<void> {
    try {
      do {
        isStale = false;
        const list = await listComments(deckId);
        threads = list.threads;
        set({ loaded: { state: "there" }, people: list.people });
        place();
      } while (isStale);
    } catch (error) {
      // What is here already stays; only who sees nothing yet has to hear of it.
      if (state.loaded.state !== "there") set({ loaded: { state: "failed", sentence: sentenceOf(error) } });
    } finally {
      loading = undefined;
    }
  }

  return {
    deckId,
    unsent,
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    load: async () => {
      if (text?.source.status.state === "ended") return;
      // What was told of while the answer was on its way may not be in it.
      isStale = true;
      loading ??= fetchAll();
      await loading;
    },
    show: (change) => set(change),
    begin: async (body) => {
      if (state.draft === undefined) return;
      const { slide: _, ...about } = state.draft;
      const key = unsentKey(state.draft);
      const thread = await createComment(deckId, { body, ...about });
      unsent.delete(key);
      set({ draft: undefined, shown: "open", activeId: thread.id });
      put(thread);
    },
    reply: async (threadId, body) => {
      put(await replyToComment(deckId, threadId, { body }));
      unsent.delete(threadId);
    },
    change: async (commentId, body) => put(await patchComment(deckId, commentId, body)),
    delete: async (commentId) => {
      await deleteComment(deckId, commentId);
      threads = threads.flatMap((thread) =>
        thread.id === commentId ? [] : [{ ...thread, comments: thread.comments.filter(({ id }) => id !== commentId) }],
      );
      place();
    },
    follow: (live, source) => {
      text = { live, source };
      let timer: ReturnType<typeof setTimeout> | undefined;
      const stop = live.subscribe(() => {
        timer ??= setTimeout(() => {
          timer = undefined;
          place();
        }, placeDelayMs);
      });
      place();
      return () => {
        clearTimeout(timer);
        stop();
      };
    },
  };
}
