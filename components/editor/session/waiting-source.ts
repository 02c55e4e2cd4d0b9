import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { createPeopleStore } from "@/lib/collab/client/people";
import type { DeckSource } from "@/lib/collab/client/deck-source";

/**
 * Stands in for a deck's source where there is none yet: on the server and until the page is alive. It holds no text,
 * takes none, and connects to nothing.
 */
export function createWaitingSource(): DeckSource {
  const doc = new Y.Doc();
  const awareness = new Awareness(doc);
  // Its clock would tick for ever on a server that nobody tells when the page is gone.
  awareness.destroy();
  return {
    doc,
    text: doc.getText("markdown"),
    awareness,
    people: createPeopleStore(awareness),
    canEdit: false,
    status: { state: "loading" },
    saveState: { state: "connecting" },
    keptTexts: [],
    discardKept: () => undefined,
    subscribe: () => () => undefined,
    setPerson: () => undefined,
    stop: () => doc.destroy(),
  };
}
