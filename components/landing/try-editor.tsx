"use client";
import { useEffect, useState } from "react";
import { Drawings } from "@/components/editor/drawings/drawings";
import { Editor } from "@/components/editor/editor";
import { Fits } from "@/components/editor/fits/fits";
import { textAddresses } from "@/lib/api/deck-addresses";
import { createWaitingSource } from "@/components/editor/session/waiting-source";
import { sampleDeck } from "@/components/landing/sample-deck";
import { useTriedDeck } from "@/components/landing/tried-deck";
import { createLocalSource } from "@/lib/collab/client/local-source";
import type { DeckSource } from "@/lib/collab/client/deck-source";
import { personColor } from "@/lib/collab/protocol/person-color";

const render = { resolveUrl: textAddresses };

/** The real editor on a deck that lives in this page alone. */
export function TryEditor() {
  const [source, setSource] = useState<DeckSource>(createWaitingSource);
  const tried = useTriedDeck();
  useEffect(() => {
    const local = createLocalSource(sampleDeck, { name: "You", color: personColor("you") });
    setSource(local);
    tried.current = local;
    return () => local.stop();
  }, [tried]);
  return (
    <Editor source={source} variant="compact" initialMarkdown={sampleDeck} render={render}>
      <Drawings />
      <Fits />
    </Editor>
  );
}
