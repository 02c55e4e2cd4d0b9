import { singleEdit } from "@/components/editor/session/single-edit";
import type { CompileResult, Deck, DeckCompiler, Slide, TextEdit } from "@/lib/deck";
import type * as Y from "yjs";

/** Runs `task` soon, once; returns its cancel. In the browser: the next animation frame. */
export type Schedule = (task: () => void) => () => void;

/** Where a deck stands after a change. */
export interface LiveSnapshot {
  readonly deck: Deck;
  /** Keys of all slides in order; the same array as long as no slide came, went or moved. */
  readonly keys: readonly string[];
  /** True where the newest change was made at this keyboard (typing, undo, a fix), false for co-authors' edits. */
  readonly isLocal: boolean;
}

/** A deck that follows its text: one compile a frame, and listeners hear of their own slide alone. */
export interface LiveDeck {
  snapshot(): LiveSnapshot;
  /** HTML of a slide of the newest deck. */
  html(slide: Slide): string;
  /** The slide with this key and its index; undefined once it is gone. */
  find(key: string): { readonly slide: Slide; readonly index: number } | undefined;
  /** Grows whenever this slide's HTML changes while its text stays: a formula was set, a diagram drawn. */
  revision(key: string): number;
  /** Takes these renderers and drawings from now on; slides that they touch are drawn anew. */
  change(options: Parameters<DeckCompiler["change"]>[0]): void;
  /** After every compile. */
  subscribe(listener: () => void): () => void;
  /** After a compile that changed this slide's HTML. */
  subscribeSlide(key: string, listener: () => void): () => void;
  /** Compiles what waits for its frame now; for whoever needs the deck to agree with the text. */
  flush(): void;
  /** Compiles if the text is not the one shown, for example because the first sync brought an empty one. */
  refresh(): void;
  /** Begins to follow the text; returns the stop. May be started again. */
  start(): () => void;
}

export interface LiveDeckOptions {
  readonly text: Y.Text;
  readonly compiler: DeckCompiler;
  /** What to show until the text is there (rendered by the server); dropped at the first change of the text. */
  readonly initialMarkdown: string | undefined;
  readonly schedule: Schedule;
}

/** A deck over a text. It shows the text of this moment and follows it from `start` on. */
export function createLiveDeck({ text, compiler, initialMarkdown, schedule }: LiveDeckOptions): LiveDeck {
  const listeners = new Set<() => void>();
  const slideListeners = new Map<string, Set<() => void>>();
  let cancel: (() => void) | undefined;
  let isLocal = false;
  /** What happened to the text since the snapshot, where that was one edit. */
  let edit: TextEdit | undefined;
  /** True once all that happened since the snapshot is heard of. */
  let isInStep = false;
  const revisions = new Map<string, number>();
  let indexes = new Map<string, number>();
  let snapshot = follow(compiler.update(text.length === 0 && initialMarkdown !== undefined ? initialMarkdown : text.toString()), []);

  /** The snapshot of a deck that was compiled. */
  function follow({ deck }: CompileResult, keys: readonly string[]): LiveSnapshot {
    const same = keys.length === deck.slides.length && deck.slides.every((slide, index) => slide.key === keys[index]);
    if (!same) indexes = new Map(deck.slides.map((slide, index) => [slide.key, index]));
    return { deck, keys: same ? keys : deck.slides.map((slide) => slide.key), isLocal };
  }

  /** A long text is not even put together for one edit of it. */
  function compile(): CompileResult {
    const known = isInStep ? edit : undefined;
    edit = undefined;
    isInStep = true;
    return known === undefined ? compiler.update(text.toString()) : compiler.edit(known);
  }

  function run() {
    cancel = undefined;
    const result = compile();
    snapshot = follow(result, snapshot.keys);
    for (const key of keysAt(result.changed)) tellSlide(key);
    for (const listener of [...listeners]) listener();
  }

  function keysAt(slideIndexes: readonly number[]): readonly string[] {
    return slideIndexes.map((index) => snapshot.keys[index]).filter((key) => key !== undefined);
  }

  function tellSlide(key: string) {
    for (const listener of [...(slideListeners.get(key) ?? [])]) listener();
  }

  function onText(event: Y.YTextEvent, transaction: Y.Transaction) {
    edit = cancel === undefined ? singleEdit(event.delta) : undefined;
    // A frame may hold edits of several people: a remote one in it must not pass for local and scroll anyone.
    isLocal = cancel === undefined ? transaction.local : isLocal && transaction.local;
    cancel ??= schedule(run);
  }

  return {
    snapshot: () => snapshot,
    html: (slide) => compiler.html(slide),
    find: (key) => {
      const index = indexes.get(key);
      const slide = index === undefined ? undefined : snapshot.deck.slides[index];
      return index === undefined || slide === undefined ? undefined : { slide, index };
    },
    revision: (key) => revisions.get(key) ?? 0,
    change: (options) => {
      const touched = compiler.change(options);
      if ("styler" in options || "linter" in options)
        snapshot = { ...follow(compiler.update(snapshot.deck.source), snapshot.keys), isLocal: snapshot.isLocal };
      for (const key of keysAt(touched)) {
        revisions.set(key, (revisions.get(key) ?? 0) + 1);
        tellSlide(key);
      }
      for (const listener of [...listeners]) listener();
    },
    subscribe: (listener) => addTo(listeners, listener),
    subscribeSlide: (key, listener) => {
      const set = slideListeners.get(key) ?? new Set();
      slideListeners.set(key, set);
      const remove = addTo(set, listener);
      return () => {
        remove();
        if (set.size === 0 && slideListeners.get(key) === set) slideListeners.delete(key);
      };
    },
    flush: () => {
      if (cancel === undefined) return;
      cancel();
      run();
    },
    refresh: () => {
      if (cancel === undefined && snapshot.deck.source !== text.toString()) {
        isLocal = false;
        run();
      }
    },
    start: () => {
      text.observe(onText);
      // Nobody heard what happened until now.
      isInStep = false;
      return () => {
        text.unobserve(onText);
        cancel?.();
        cancel = undefined;
      };
    },
  };
}

function addTo(set: Set<() => void>, listener: () => void): () => void {
  set.add(listener);
  return () => set.delete(listener);
}
