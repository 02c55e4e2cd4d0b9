import * as Y from "yjs";
import { connectDeck } from "@/lib/collab/client/connect-deck";
import type { ConnectToken } from "@/lib/collab/client/connect-token";
import type { DeckSource } from "@/lib/collab/client/deck-source";

declare global {
  interface Window {
    /** Given by the test: what the API would answer. */
    readonly askForToken: () => Promise<ConnectToken>;
  }
}

// What runs in the browser of deck-browser.ts: a deck, connected as the editor's page connects it.
const open = (deckId: string): DeckSource => connectDeck({ deckId, getToken: () => window.askForToken(), person: { name: "Ana", color: "#0b7285" } });
let source: DeckSource | undefined;
const unhandled: string[] = [];
addEventListener("unhandledrejection", ({ reason }) => unhandled.push(String(reason)));

interface KeptRows {
  readonly copies: { readonly copy: string; readonly unsent: readonly number[] };
  readonly updates: { readonly bytes: Uint8Array };
  readonly texts: unknown;
}

/** What lies in this browser's database of decks. */
function readAll<Store extends keyof KeptRows>(store: Store): Promise<readonly KeptRows[Store][]> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("lectern");
    opening.addEventListener("error", () => reject(opening.error ?? new Error("not opened")));
    opening.addEventListener("success", () => {
      const reading: IDBRequest<KeptRows[Store][]> = opening.result.transaction(store).objectStore(store).getAll();
      reading.addEventListener("success", () => {
        opening.result.close();
        resolve(reading.result);
      });
    });
  });
}

/** The text that a killed page would leave behind: all that this browser's database has by now. */
async function readCopy(): Promise<string> {
  const doc = new Y.Doc();
  for (const { bytes } of await readAll("updates")) Y.applyUpdate(doc, bytes);
  return doc.getText("markdown").toString();
}

/** Lets nobody write into this browser's database until it is called again. */
let release: (() => void) | undefined;
async function holdDatabase(): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open("lectern");
    opening.addEventListener("success", () => resolve(opening.result));
  });
  const updates = database.transaction("updates", "readwrite").objectStore("updates");
  let isHeld = true;
  // A transaction lives as long as it is asked for something.
  const ask = () => {
    if (isHeld) updates.count().addEventListener("success", ask);
    else database.close();
  };
  ask();
  release = () => {
    isHeld = false;
  };
}

const deckPage = {
  open: (deckId: string) => {
    source = open(deckId);
  },
  holdDatabase,
  releaseDatabase: () => release?.(),
  type: (text: string) => source?.doc.transact(() => source?.text.insert(0, text), { name: "keys" }),
  look: () => ({ text: source?.text.toString(), save: source?.saveState.state, status: source?.status.state, canEdit: source?.canEdit }),
  saveState: () => source?.saveState,
  status: () => source?.status,
  clientId: () => source?.doc.clientID,
  kept: () => source?.keptTexts.map(({ markdown, reason }) => ({ markdown, reason })),
  discardFirst: () => {
    const [first] = source?.keptTexts ?? [];
    if (first !== undefined) source?.discardKept(first.id);
  },
  unhandled: () => unhandled,
  countUpdates: async () => (await readAll("updates")).length,
  countTexts: async () => (await readAll("texts")).length,
  /** Each with how many of its updates the server may lack. */
  listCopies: async () => (await readAll("copies")).map(({ copy, unsent }) => ({ name: copy, unsent: unsent.length })),
  readCopy,
};
export type DeckPage = typeof deckPage;
Object.assign(window, { deckPage });
