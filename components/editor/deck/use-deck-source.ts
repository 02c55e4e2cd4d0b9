"use client";
import { useEffect, useState } from "react";
import { createWaitingSource } from "@/components/editor/session/waiting-source";
import type { Me } from "@/lib/api/account";
import { getCollabToken } from "@/lib/api/client";
import { connectDeck } from "@/lib/collab/client/connect-deck";
import type { DeckSource } from "@/lib/collab/client/deck-source";
import { personColor } from "@/lib/collab/protocol/person-color";

/** The deck's live text: connected while the page is open, a stand-in before. */
export function useDeckSource(deckId: string, { id, name }: Me): DeckSource {
  const [source, setSource] = useState<DeckSource>(createWaitingSource);
  useEffect(() => {
    const connected = connectDeck({ deckId, getToken: () => getCollabToken(deckId), person: { name, color: personColor(id) } });
    setSource(connected);
    return () => connected.stop();
  }, [deckId, id, name]);
  return source;
}
