"use client";
import { ChevronLeft } from "lucide-react";
import Link from "next/link";
import type { CommentStore } from "@/components/editor/comments/comment-store";
import { CommentsButton } from "@/components/editor/comments/comments-button";
import { PeopleHere } from "@/components/editor/people/people-here";
import { useDeck, useSession, useSourceStatus } from "@/components/editor/session/use-session";
import { whyRefused } from "@/components/editor/status/trouble";
import { DeckTitle } from "@/components/editor/title/deck-title";
import { ExportMenu } from "@/components/editor/title/export-menu";
import { MoreMenu } from "@/components/editor/title/more-menu";
import { SaveLabel } from "@/components/editor/title/save-label";
import { InboxBell } from "@/components/inbox/inbox-bell";
import { PresentButton } from "@/components/present/present-button";
import { ShareButton } from "@/components/share/share-button";
import type { Me } from "@/lib/api/account";
import type { DeckInfo } from "@/lib/api/decks";
import { may } from "@/lib/workspace/policies";

export interface TitleBarProps {
  readonly deck: DeckInfo;
  /** Undefined for whoever may not comment. */
  readonly comments: CommentStore | undefined;
  readonly me: Me;
  readonly onRename: (name: string) => void;
}

/** The bar above the panes: whose deck this is, whether it is saved, who is here, and what can be done with it. */
export function TitleBar({ deck, me, comments, onRename }: TitleBarProps) {
  const { caret } = useSession();
  const { deck: text } = useDeck();
  const whyNot = whyRefused(useSourceStatus());
  const title = deck.name ?? text.title;
  return (
    <header className="title-bar">
      <BackToDecks />
      <DeckTitle title={title} canRename={may(deck.role, "rename")} onRename={onRename} />
      <SaveLabel />
      <div className="min-w-2 flex-1" />
      <PeopleHere me={me} />
      <div className="ml-1.5 flex items-center gap-1.5">
        <span className="max-sm:hidden">
          <InboxBell />
        </span>
        {comments === undefined ? null : <CommentsButton store={comments} />}
        <ShareButton deckId={deck.id} title={title} role={deck.role} me={me} whyNot={whyNot} />
        <PresentButton deckId={deck.id} slideIndex={() => caret.get().slideIndex} />
        <div className="flex items-center">
          <span className="max-md:hidden">
            <ExportMenu deckId={deck.id} role={deck.role} />
          </span>
          <MoreMenu deckId={deck.id} role={deck.role} canPresent={may(deck.role, "drive")} canShare={may(deck.role, "share")} />
        </div>
      </div>
    </header>
  );
}

/** The way back to the dashboard. */
export function BackToDecks() {
  return (
    <Link
      href="/decks"
      className="flex h-8 pointer-coarse:h-10 shrink-0 items-center gap-0.5 rounded-sm pr-2 pl-1 text-[13px] text-dim hover:bg-hover hover:text-text"
    >
      <ChevronLeft className="size-4" aria-hidden="true" />
      <span className="max-sm:sr-only">Decks</span>
    </Link>
  );
}
