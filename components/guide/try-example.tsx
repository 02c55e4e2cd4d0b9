"use client";
import { useEffect, useState } from "react";
import { Drawings } from "@/components/editor/drawings/drawings";
import { Editor } from "@/components/editor/editor";
import { Fits } from "@/components/editor/fits/fits";
import { createWaitingSource } from "@/components/editor/session/waiting-source";
import { resolveExampleUrl } from "@/components/slides/render-example";
import { createLocalSource } from "@/lib/collab/client/local-source";
import type { DeckSource } from "@/lib/collab/client/deck-source";
import { personColor } from "@/lib/collab/protocol/person-color";

const render = { resolveUrl: resolveExampleUrl };

/** The real editor on an example that lives in this page alone. */
export function TryExample({ source: markdown }: { readonly source: string }) {
  const [source, setSource] = useState<DeckSource>(createWaitingSource);
  useEffect(() => {
    const local = createLocalSource(markdown, { name: "You", color: personColor("you") });
    setSource(local);
    return () => local.stop();
  }, [markdown]);
  return (
    <Editor source={source} variant="compact" initialMarkdown={markdown} render={render}>
      <Drawings />
      <Fits />
    </Editor>
  );
}
