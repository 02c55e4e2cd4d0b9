import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { createPeopleStore } from "@/lib/collab/client/people";
import { toLineFeeds } from "@/lib/collab/protocol/line-ends";
import type { DeckSource, Person } from "@/lib/collab/client/deck-source";

/** A deck that lives in this page alone, for the landing page and the guide. It is never said to be saved. */
export function createLocalSource(markdown: string, person: Person): DeckSource {
  const doc = new Y.Doc();
  const text = doc.getText("markdown");
  text.insert(0, toLineFeeds(markdown));
  const awareness = new Awareness(doc);
  awareness.setLocalStateField("user", person);
  return {
    doc,
    text,
    awareness,
    people: createPeopleStore(awareness),
    canEdit: true,
    status: { state: "ready" },
    saveState: { state: "offline", unsaved: 0, isKept: false },
    keptTexts: [],
    discardKept: () => undefined,
    subscribe: () => () => undefined,
    setPerson: (next) => awareness.setLocalStateField("user", next),
    stop: () => doc.destroy(),
  };
}
