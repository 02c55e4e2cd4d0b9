import { readRows, readTexts, readUpdates, type CopyName, type CopyRow, type CopyUpdate, type KeptText } from "@/lib/collab/client/copy-rows";

/** What this browser keeps of decks. Every promise rejects where the browser does not do it: no room, closed, forbidden. */
export interface CopyStore {
  list(): Promise<readonly CopyRow[]>;
  read(copy: CopyName): Promise<readonly CopyUpdate[]>;
  /** Adds one update in the place of others, if any; resolves with its key once it is kept. */
  write(row: CopyRow, change: { readonly add: Uint8Array | undefined; readonly remove: readonly number[] }): Promise<number | undefined>;
  drop(copy: CopyName): Promise<void>;
  /** Lays a text aside and empties its copy: both or neither. */
  setAside(copy: CopyName, text: Omit<KeptText, "id">): Promise<void>;
  texts(deckId: string): Promise<readonly KeptText[]>;
  discard(id: number): Promise<void>;
  close(): void;
}

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
    read: (copy) => run("readonly", async (open) => readUpdates(await answer(open("updates").index("copy").getAll(nameOf(copy))))),
    write: (row, { add, remove }) =>
      run("readwrite", async (open) => {
        const updates = open("updates");
        open("copies").put({ copy: nameOf(row), ...row });
        for (const key of remove) updates.delete(key);
        const key = add && (await answer(updates.add({ copy: nameOf(row), bytes: add })));
        return typeof key === "number" ? key : undefined;
      }),
    drop: (copy) =>
      run("readwrite", async (open) => {
        open("copies").delete(nameOf(copy));
        await removeUpdates(open("updates"), copy);
      }),
    setAside: (copy, text) =>
      run("readwrite", async (open) => {
        open("texts").add({ deckId: copy.deckId, ...text });
        open("copies").delete(nameOf(copy));
        await removeUpdates(open("updates"), copy);
      }),
    texts: (deckId) => run("readonly", async (open) => readTexts(await answer(open("texts").index("deckId").getAll(deckId)))),
    discard: (id) => run("readwrite", async (open) => void open("texts").delete(id)),
    close: () => database.close(),
  };
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
