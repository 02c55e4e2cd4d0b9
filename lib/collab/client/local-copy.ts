import * as Y from "yjs";
import type { CopyName, KeptText } from "@/lib/collab/client/copy-rows";
import { openCopyStore, type CopyStore } from "@/lib/collab/client/copy-store";
import { rescueOldCopies, textOf } from "@/lib/collab/client/old-copies";

/** This browser's own copy of a document: what was typed offline survives a closed tab. */
export interface LocalCopy {
  /** Resolves once everything it had is in the document; at once where this browser keeps none. */
  readonly loaded: Promise<void>;
  /** The origin of what was read from it. */
  readonly origin: object;
  /** Did what was read from it hold something the server may not have? */
  wasUnsent(): boolean;
  /**
   * The numbers of all who wrote what was read from it, until everything is stored: which of them were this person's, nobody
   * remembers.
   */
  clients(): Iterable<number>;
  /** Whether the document holds something the server may not have; kept with the next update. */
  setUnsent(isUnsent: boolean): void;
  /** Lays the text aside and empties the copy, so that nothing of it is sent again; false where the browser doesn't do it. */
  setAside(reason: KeptText["reason"]): Promise<boolean>;
  stop(): void;
}

export interface LocalCopyOptions extends CopyName {
  /** Is all that is in the document kept, but for what came in this moment? */
  readonly onChange: (isKept: boolean) => void;
  /** It is open, and what earlier generations held is laid aside. */
  readonly onOpened: () => void;
}

/** How long a database that doesn't answer may hold the deck up; it is opened without the copy then, which comes later. */
const patienceMs = 1_500;
/** A browser that had no room is asked again after this time. */
const retryMs = 5_000;
/** A write takes a few milliseconds: only what waits for longer counts as not kept, or every key would say so. */
const keptWithinMs = 250;
/** So many updates are made one. */
const maxUpdates = 500;

/** Opens the copy of one generation and keeps all that comes into the document from now on. */
export function openLocalCopy(doc: Y.Doc, { deckId, generation, onChange, onOpened }: LocalCopyOptions): LocalCopy {
  const origin = { name: "local copy" };
  const openedMs = Date.now();
  let store: CopyStore | undefined;
  let keys: readonly number[] = [];
  let waiting: Uint8Array[] = [];
  /** The next write holds the whole document: its rows are many, or some were not kept. */
  let needsWhole = false;
  let isDirty = false;
  let isUnsent = false;
  let wasUnsent = false;
  let clients: readonly number[] = [];
  let isKept = false;
  let isStopped = false;
  let isWriting = false;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let overdue: ReturnType<typeof setTimeout> | undefined;

  function setKept(next: boolean): void {
    if (isKept === next || isStopped) return;
    isKept = next;
    onChange(next);
  }

  async function open(): Promise<void> {
    const opened = await openCopyStore({ onClosed: () => fail(new Error("The browser closed its database.")) });
    if (isStopped) return opened.close();
    const updates = await opened.read({ deckId, generation });
    if (isStopped) return opened.close();
    store = opened;
    keys = updates.map(({ key }) => key);
    wasUnsent = updates.some((update) => update.isUnsent);
    isUnsent ||= wasUnsent;
    if (updates.length > 0) {
      // As one change, and not as one that this person makes now.
      Y.transact(doc, () => updates.forEach(({ bytes }) => Y.applyUpdate(doc, bytes, origin)), origin, false);
      clients = [...doc.store.clients.keys()];
    }
    needsWhole ||= updates.length > 1 || waiting.length > 0 || (updates.length === 0 && doc.store.clients.size > 0);
    isDirty ||= needsWhole || updates.length > 0;
    if (isDirty) void write();
    else setKept(true);
    await rescueOldCopies(opened, { deckId, generation, nowMs: openedMs });
    onOpened();
  }

  async function write(): Promise<void> {
    if (isWriting || store === undefined) return;
    isWriting = true;
    try {
      while (isDirty && !isStopped) {
        isDirty = false;
        const isWhole = needsWhole || keys.length >= maxUpdates;
        const add = isWhole ? Y.encodeStateAsUpdate(doc) : waiting.length === 0 ? undefined : Y.mergeUpdates(waiting);
        waiting = [];
        const kept = await store.write({ deckId, generation, openedMs }, { add, known: keys, isWhole, isUnsent });
        needsWhole = kept === undefined;
        isDirty ||= needsWhole;
        keys = kept ?? keys;
        if (needsWhole) continue;
        clearTimeout(overdue);
        overdue = undefined;
        if (isDirty) watchOverdue();
        else setKept(true);
      }
    } catch (error) {
      fail(error);
    } finally {
      isWriting = false;
    }
  }

  /** Nothing is lost in the page; it is only said that nothing is kept, and tried again. */
  function fail(error: unknown): void {
    if (isStopped) return;
    console.info("This browser does not keep the deck's text at the moment.", error);
    setKept(false);
    needsWhole = true;
    isDirty = true;
    clearTimeout(retry);
    retry = setTimeout(() => {
      store?.close();
      store = undefined;
      open().catch(fail);
    }, retryMs);
  }

  const onUpdate = (update: Uint8Array, by: unknown) => {
    if (by === origin) return;
    waiting.push(update);
    schedule();
  };
  function watchOverdue(): void {
    overdue ??= setTimeout(() => setKept(false), keptWithinMs);
  }
  function schedule(): void {
    isDirty = true;
    watchOverdue();
    // What the same turn adds goes with it, and whoever counts changes has counted this one by then.
    queueMicrotask(() => void write());
  }
  doc.on("update", onUpdate);

  const isPossible = typeof indexedDB !== "undefined";
  const opening = isPossible ? open().catch(fail) : Promise.resolve();
  return {
    origin,
    loaded: within(patienceMs, opening),
    wasUnsent: () => wasUnsent,
    clients: () => clients,
    setUnsent: (next) => {
      if (isUnsent === next) return;
      isUnsent = next;
      if (!next) clients = [];
      if (isPossible) schedule();
    },
    setAside: async (reason) => {
      const open = store;
      const state = Y.encodeStateAsUpdate(doc);
      stop();
      try {
        if (open === undefined) return false;
        // With what other tabs have there: it goes with the copy.
        await open.setAside({ deckId, generation }, { textOf: (updates) => textOf([state, ...updates]), reason, savedMs: Date.now() });
        return true;
      } catch (error) {
        console.info("This browser could not lay the text aside.", error);
        return false;
      } finally {
        open?.close();
      }
    },
    stop: () => {
      stop();
      store?.close();
    },
  };

  function stop(): void {
    isStopped = true;
    clearTimeout(retry);
    clearTimeout(overdue);
    doc.off("update", onUpdate);
  }
}

function within(ms: number, promise: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
