"use client";
import { useEffect, useEffectEvent, useState } from "react";
import { TitleBar } from "@/components/editor/deck/title-bar";
import { useDeckSource } from "@/components/editor/deck/use-deck-source";
import { useRename } from "@/components/editor/deck/use-rename";
import { Drawings } from "@/components/editor/drawings/drawings";
import { Editor } from "@/components/editor/editor";
import { Fits } from "@/components/editor/fits/fits";
import { useLeaveGuard } from "@/components/editor/session/use-leave-guard";
import { useToast } from "@/components/ui/toast";
import type { Me } from "@/lib/api/account";
import { appAddresses } from "@/lib/api/deck-addresses";
import type { DeckInfo } from "@/lib/api/decks";
import { uploadFile, type UploadOptions } from "@/lib/api/upload";
import { may } from "@/lib/workspace/policies";

export interface DeckEditorProps {
  readonly deck: DeckInfo;
  readonly me: Me;
  /** The text as the server knew it when it drew the page. */
  readonly markdown: string;
  /** Fit steps that the server keeps, by slide hash. */
  readonly fits: readonly (readonly [string, number])[];
  /** Paths of the deck's own files. */
  readonly files: readonly string[];
}

/** The page of a deck that somebody may read or write. */
export function DeckEditor({ deck: loaded, me, markdown, fits, files }: DeckEditorProps) {
  // What the page was drawn with holds while it is open: drawn anew by the router, it must not start the editor anew.
  const [first] = useState(() => ({
    markdown,
    render: { resolveUrl: appAddresses(loaded.id), fit: new Map(fits) },
    sendFile: may(loaded.role, "addFiles") ? (file: File, options: UploadOptions) => uploadFile(loaded.id, file, options) : undefined,
  }));
  const source = useDeckSource(loaded.id, me);
  const [deck, rename] = useRename(loaded);
  return (
    <main className="h-dvh">
      <Editor
        source={source}
        initialMarkdown={first.markdown}
        render={first.render}
        sendFile={first.sendFile}
        titleBar={<TitleBar deck={deck} me={me} onRename={rename} />}
      >
        <Drawings />
        <Fits deckId={deck.id} />
        <LeaveGuard />
        <SaveKey />
      </Editor>
    </main>
  );
}

function LeaveGuard() {
  useLeaveGuard();
  return null;
}

/** Ctrl+S is in everybody's fingers: it says what is so, instead of the browser offering to save the page. */
function SaveKey() {
  const say = useToast();
  const answer = useEffectEvent(() => say("Every change is saved by itself. The label beside the title says how far it is."));
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "s" || event.shiftKey || event.altKey || event.ctrlKey === event.metaKey) return;
      event.preventDefault();
      answer();
    };
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, []);
  return null;
}
