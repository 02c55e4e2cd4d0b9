import { connectDeck, type ConnectToken } from "@/lib/collab/client/connect-deck";
import type { DeckSource } from "@/lib/collab/client/deck-source";

declare global {
  interface Window {
    /** Given by the test: what the API would answer. */
    readonly askForToken: () => Promise<ConnectToken>;
  }
}

// What runs in the browser of local-copy.test.ts: a deck, connected as the editor's page connects it.
const open = (deckId: string): DeckSource => connectDeck({ deckId, getToken: () => window.askForToken(), person: { name: "Ana", color: "#0b7285" } });
let source: DeckSource | undefined;
const deckPage = {
  open: (deckId: string) => {
    source = open(deckId);
  },
  type: (text: string) => source?.doc.transact(() => source?.text.insert(0, text), { name: "keys" }),
  look: () => ({ text: source?.text.toString(), save: source?.saveState.state, status: source?.status.state, canEdit: source?.canEdit }),
};
export type DeckPage = typeof deckPage;
Object.assign(window, { deckPage });
