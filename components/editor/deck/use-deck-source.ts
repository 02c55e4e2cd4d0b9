"use client";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { createWaitingSource } from "@/components/editor/session/waiting-source";
import type { Me } from "@/lib/api/account";
import { getCollabToken } from "@/lib/api/client";
import { connectDeck } from "@/lib/collab/client/connect-deck";
import type { DeckSource } from "@/lib/collab/client/deck-source";
import type { Hint } from "@/lib/collab/protocol/hello";
import { personColor } from "@/lib/collab/protocol/person-color";

export interface DeckSourceOptions {
  /** Something beside the text changed. */
  readonly onHint: (hint: Hint) => void;
}

/** The deck's live text: connected while the page is open, a stand-in before. */
export function useDeckSource(deckId: string, { id, name }: Me, { onHint }: DeckSourceOptions): DeckSource {
  const [source, setSource] = useState<DeckSource>(createWaitingSource);
  const open = useEffectEvent(() =>
    connectDeck({ deckId, getToken: (options) => getCollabToken(deckId, options), person: { name, color: personColor(id) }, onHint }),
  );
  useEffect(() => {
    const connected = open();
    setSource(connected);
    return () => connected.stop();
  }, [deckId, id]);
  // Another name is told on the open connection's behalf: what was written, and undo, stay as they are.
  const known = useRef(name);
  useEffect(() => {
    if (known.current === name) return;
    known.current = name;
    source.setPerson({ name, color: personColor(id) });
  }, [source, id, name]);
  return source;
}
