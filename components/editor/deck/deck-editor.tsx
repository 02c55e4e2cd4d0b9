"use client";
import { useState } from "react";
import { TitleBar } from "@/components/editor/deck/title-bar";
import { useDeckSource } from "@/components/editor/deck/use-deck-source";
import { useRename } from "@/components/editor/deck/use-rename";
import { Editor } from "@/components/editor/editor";
import { Fits } from "@/components/editor/fits/fits";
import { showAddress } from "@/components/editor/session/show-address";
import { useLeaveGuard } from "@/components/editor/session/use-leave-guard";
import type { Me } from "@/lib/api/account";
import type { DeckInfo } from "@/lib/api/decks";

export interface DeckEditorProps {
  readonly deck: DeckInfo;
  readonly me: Me;
  /** The text as the server knew it when it drew the page. */
  readonly markdown: string;
  /** Fit steps that the server keeps, by slide hash. */
  readonly fits: readonly (readonly [string, number])[];
}

/** The page of a deck that somebody may read or write. */
export function DeckEditor({ deck: loaded, me, markdown, fits }: DeckEditorProps) {
  // What the page was drawn with holds while it is open: drawn anew by the router, it must not start the editor anew.
  const [first] = useState({ markdown, render: { resolveUrl: showAddress, fit: new Map(fits) } });
  const source = useDeckSource(loaded.id, me);
  const [deck, rename] = useRename(loaded);
  return (
    <div className="h-dvh">
      <Editor source={source} initialMarkdown={first.markdown} render={first.render} titleBar={<TitleBar deck={deck} me={me} onRename={rename} />}>
        <Fits deckId={deck.id} />
        <LeaveGuard />
      </Editor>
    </div>
  );
}

function LeaveGuard() {
  useLeaveGuard();
  return null;
}
