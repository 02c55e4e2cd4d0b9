"use client";
import { MoveDialog } from "@/components/dashboard/move-dialog";
import { RenameDialog } from "@/components/dashboard/rename-dialog";
import { TagsDialog } from "@/components/dashboard/tags-dialog";
import type { DeckActs } from "@/components/dashboard/use-deck-acts";
import type { Decks } from "@/components/dashboard/use-decks";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { Library } from "@/lib/api/library";

export interface DeckDialogsProps {
  readonly acts: DeckActs;
  readonly list: Decks;
  readonly library: Library;
  readonly onNewFolder: (teamId: string | undefined) => void;
  /** What was chosen is done with. */
  readonly onDone: () => void;
}

/** What is asked about decks of the list. */
export function DeckDialogs({ acts, list, library, onNewFolder, onDone }: DeckDialogsProps) {
  const { asked, stopAsking } = acts;
  const decks = asked === undefined || asked.kind === "rename" ? [] : asked.decks;
  const ids = new Set(decks.map(({ id }) => id));
  return (
    <>
      <RenameDialog deck={asked?.kind === "rename" ? asked.deck : undefined} onClose={stopAsking} onRenamed={(deck) => list.replace(deck.id, deck)} />
      <MoveDialog
        decks={asked?.kind === "folder" ? decks : undefined}
        folders={library.folders}
        onClose={stopAsking}
        onMove={(moved, folder) => {
          acts.move(moved, folder);
          onDone();
        }}
        onNewFolder={onNewFolder}
      />
      <TagsDialog
        decks={asked?.kind === "tags" ? list.decks.filter(({ id }) => ids.has(id)) : undefined}
        known={library.tags}
        onClose={stopAsking}
        onRetag={acts.retag}
      />
      <ConfirmDialog
        isOpen={asked?.kind === "delete"}
        onOpenChange={(isOpen) => {
          if (!isOpen) stopAsking();
        }}
        title={decks.length === 1 ? "Delete this deck for ever?" : `Delete ${decks.length} decks for ever?`}
        sentence="The text goes with its history, its pictures and its links. Nobody can bring it back."
        act="Delete for ever"
        isDangerous
        onConfirm={() => {
          acts.remove(decks);
          onDone();
        }}
      />
    </>
  );
}
