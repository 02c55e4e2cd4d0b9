"use client";
import { useEffect, useEffectEvent, useState } from "react";
import { ColorsHere } from "@/components/account/person-avatar";
import { createCommentStore } from "@/components/editor/comments/comment-store";
import { Comments } from "@/components/editor/comments/comments";
import { LeaveGuard } from "@/components/editor/deck/leave-guard";
import { OpenAtSlide } from "@/components/editor/deck/open-at-slide";
import { TitleBar } from "@/components/editor/deck/title-bar";
import { useOwnRole } from "@/components/editor/deck/use-own-role";
import { useDeckSource } from "@/components/editor/deck/use-deck-source";
import { useRename } from "@/components/editor/deck/use-rename";
import { Drawings } from "@/components/editor/drawings/drawings";
import { GuestBanner } from "@/components/editor/status/guest-banner";
import { ImportBanner } from "@/components/editor/imported/import-banner";
import { Editor } from "@/components/editor/editor";
import { Fits } from "@/components/editor/fits/fits";
import { Review } from "@/components/editor/review/review";
import { createReviewStore } from "@/components/editor/review/review-store";
import { SlideHistory } from "@/components/editor/history/slide-history";
import { History } from "@/components/editor/history/history";
import { Library } from "@/components/editor/library/library";
import type { DeckFiles } from "@/components/editor/session/editor-session";
import { useToast } from "@/components/ui/toast";
import type { Me } from "@/lib/api/account";
import { listFiles } from "@/lib/api/client";
import { appAddresses } from "@/lib/api/deck-addresses";
import type { DeckInfo } from "@/lib/api/decks";
import type { ImportSummary } from "@/lib/api/import";
import type { Hint } from "@/lib/collab/protocol/hello";
import { uploadFile } from "@/lib/api/upload";
import { may } from "@/lib/workspace/policies";

export interface DeckEditorProps {
  readonly deck: DeckInfo;
  readonly me: Me;
  /** The text as the server knew it when it drew the page. */
  readonly markdown: string;
  /** Fit steps that the server keeps, by slide hash. */
  readonly fits: readonly (readonly [string, number])[];
  readonly files: readonly (readonly [string, number | null])[];
  /** What it was imported as; undefined for a deck that was written here. */
  readonly imported: ImportSummary | undefined;
  /** When a guest's deck goes if nobody comes any more. */
  readonly keptUntil: string | undefined;
}

/** The page of a deck that somebody may read or write. */
export function DeckEditor({ deck: loaded, me, markdown, fits, files, imported, keptUntil }: DeckEditorProps) {
  // What the page was drawn with holds while it is open: drawn anew by the router, it must not start the editor anew.
  const [first] = useState(() => ({ markdown, render: { fit: new Map(fits) }, files: filesOf(loaded, files) }));
  const [comments] = useState(() => (may(loaded.role, "comment") ? createCommentStore(loaded.id) : undefined));
  const [reviews] = useState(() => (may(loaded.role, "comment") ? createReviewStore(loaded.id) : undefined));
  const say = useToast();
  const [role, lookAtRole] = useOwnRole(loaded, say);
  const onHint = (hint: Hint) => {
    switch (hint.kind) {
      case "comments":
        void comments?.load();
        void reviews?.load();
        return;
      case "deck":
        return void lookAtRole(hint.by).catch(reportError);
      case "lost":
        return;
      case "restored":
        if (hint.by.id === me.id) return;
        return void import("@/components/editor/history/say-restored").then(
          ({ sayRestored }) => sayRestored(hint, { deckId: loaded.id, canTakeBack: may(role, "edit"), say }),
          reportError,
        );
    }
  };
  const source = useDeckSource(loaded.id, me, { onHint });
  const [renamed, rename] = useRename(loaded);
  const deck = { ...renamed, role };
  return (
    <main className="h-dvh">
      <ColorsHere people={source.people}>
        <Editor
          source={source}
          initialMarkdown={first.markdown}
          render={first.render}
          files={first.files}
          hasHistory
          comments={comments}
          reviews={reviews}
          aside={comments === undefined ? null : <Comments store={comments} canModerate={may(deck.role, "moderate")} />}
          titleBar={
            <>
              <TitleBar deck={deck} me={me} comments={comments} onRename={rename} />
              {keptUntil === undefined ? null : <GuestBanner deckId={deck.id} keptUntil={keptUntil} isMine={deck.owner.isYou} />}
              {imported === undefined ? null : <ImportBanner deckId={deck.id} imported={imported} />}
            </>
          }
        >
          <Drawings deckId={deck.id} />
          <Fits deckId={deck.id} />
          <LeaveGuard />
          <History deckId={deck.id} role={deck.role} />
          <Review deckId={deck.id} />
          <SlideHistory deckId={deck.id} role={deck.role} />
          <Library deckId={deck.id} />
          <OpenAtSlide />
          <SaveKey />
        </Editor>
      </ColorsHere>
    </main>
  );
}

function filesOf({ id }: DeckInfo, files: DeckEditorProps["files"]): DeckFiles {
  return {
    files: new Map(files),
    list: async () => (await listFiles(id)).files,
    resolveUrl: (known) => appAddresses(id, known),
    send: (file, options) => uploadFile(id, file, options),
  };
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
