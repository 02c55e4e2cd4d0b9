import { readRows, readTexts, readUpdates, type CopyName, type CopyRow, type KeptText, type MarkedUpdate } from "@/lib/collab/client/copy-rows";

/** What this browser keeps of decks. Every promise rejects where the browser does not do it: no room, closed, forbidden. */
export interface CopyStore {
  list(): Promise<readonly CopyRow[]>;
  read(copy: CopyName): Promise<readonly MarkedUpdate[]>;
  /**
   * Resolves with the keys of what the tab's document holds now, once it is kept. Undefined: nothing was, because another
   * tab took away some of what is known; only a whole document makes sense now.
   */
  write(copy: Omit<CopyRow, "unsent">, change: CopyChange): Promise<readonly number[] | undefined>;
  drop(copy: CopyName): Promise<void>;
  /** Lays aside the text of all that any tab has in a copy, and empties it: both or neither. */
  setAside(copy: CopyName, aside: Omit<KeptText, "id" | "markdown"> & { readonly textOf: TextOf }): Promise<void>;
  texts(deckId: string): Promise<readonly KeptText[]>;
  discard(id: number): Promise<void>;
  close(): void;
}

/** What a tab does to a copy that it may share with others. */
export interface CopyChange {
  readonly add: Uint8Array | undefined;
  /** The updates that this tab's document holds, as far as it read or wrote them: of others it says nothing. */
  readonly known: readonly number[];
  /** What is added holds all of these, and takes their place. */
  readonly isWhole: boolean;
  /** May the server lack something of this tab's document? */
  readonly isUnsent: boolean;
}

type TextOf = (updates: readonly Uint8Array[]) => string;

const databaseName = "lectern";
const stores = ["copies", "updates", "texts"] as const;

/** Opens the store. `onClosed` is called where the browser closes it behind our back. */
export async function openCopyStore({ onClosed }: { readonly onClosed: () => void }): Promise<CopyStore> {
  const database = await openDatabase();
  database.addEventListener("close", onClosed);
  // Another tab with a newer build waits for this one to let go.
  database.addEventListener("versionchange", () => {
    database.close();
    onClosed();
  });

  /** Runs requests in one transaction and resolves once all of it is kept. */
  async function run<T>(mode: IDBTransactionMode, work: (open: (name: (typeof stores)[number]) => IDBObjectStore) => Promise<T>): Promise<T> {
    const transaction = database.transaction(stores, mode);
    const kept = whenKept(transaction);
    const [result] = await Promise.all([work((name) => transaction.objectStore(name)), kept]);
    return result;
  }

  const removeUpdates = async (updates: IDBObjectStore, copy: CopyName) => {
    for (const key of await answer(updates.index("copy").getAllKeys(nameOf(copy)))) updates.delete(key);
  };

  return {
    list: () => run("readonly", async (open) => readRows(await answer(open("copies").getAll()))),
    read: (copy) =>
      run("readonly", async (open) => {
        const unsent = await unsentOf(open("copies"), copy);
        const updates = readUpdates(await answer(open("updates").index("copy").getAll(nameOf(copy))));
        return updates.map((update) => ({ ...update, isUnsent: unsent.includes(update.key) }));
      }),
    write: (copy, { add, known, isWhole, isUnsent }) =>
      run("readwrite", async (open) => {
        const updates = open("updates");
        const there = new Set(await answer(updates.index("copy").getAllKeys(nameOf(copy))));
        if (!isWhole && known.some((key) => !there.has(key))) return undefined;
        const marked = await unsentOf(open("copies"), copy);
        if (isWhole) for (const key of known) updates.delete(key);
        const added = add && (await answer(updates.add({ copy: nameOf(copy), bytes: add })));
        const own = [...(isWhole ? [] : known), ...(typeof added === "number" ? [added] : [])];
        // The mark of an update that was taken away would stay for ever.
        const ofOthers = marked.filter((key) => there.has(key) && !known.includes(key));
        open("copies").put({ copy: nameOf(copy), ...copy, unsent: [...ofOthers, ...(isUnsent ? own : [])] });
        return own;
      }),
    drop: (copy) =>
      run("readwrite", async (open) => {
        open("copies").delete(nameOf(copy));
        await removeUpdates(open("updates"), copy);
      }),
    setAside: (copy, { textOf, ...aside }) =>
      run("readwrite", async (open) => {
        const updates = readUpdates(await answer(open("updates").index("copy").getAll(nameOf(copy))));
        const markdown = textOf(updates.map(({ bytes }) => bytes));
        open("texts").add({ deckId: copy.deckId, markdown, ...aside });
        open("copies").delete(nameOf(copy));
        await removeUpdates(open("updates"), copy);
      }),
    texts: (deckId) => run("readonly", async (open) => readTexts(await answer(open("texts").index("deckId").getAll(deckId)))),
    discard: (id) => run("readwrite", async (open) => void open("texts").delete(id)),
    close: () => database.close(),
  };
}

async function unsentOf(copies: IDBObjectStore, copy: CopyName): Promise<readonly number[]> {
  const [row] = readRows([await answer<unknown>(copies.get(nameOf(copy)))]);
  return row?.unsent ?? [];
}

function nameOf({ deckId, generation }: CopyName): string {
  return `${deckId}:${generation}`;
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    // A private window has none, or one that throws at once.
    const request = indexedDB.open(databaseName, 1);
    request.addEventListener("upgradeneeded", () => {
      const { result } = request;
      result.createObjectStore("copies", { keyPath: "copy" });
      result.createObjectStore("updates", { keyPath: "key", autoIncrement: true }).createIndex("copy", "copy");
      result.createObjectStore("texts", { keyPath: "id", autoIncrement: true }).createIndex("deckId", "deckId");
    });
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error ?? new Error("The browser's database could not be opened.")));
  });
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error ?? new Error("The browser's database did not answer.")));
  });
}

/** A full disk is told only when the whole transaction is given up. */
function whenKept(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.addEventListener("complete", () => resolve());
    transaction.addEventListener("abort", () => reject(transaction.error ?? new Error("The browser's database gave a transaction up.")));
  });
}
