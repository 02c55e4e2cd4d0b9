"use client";
import { ArchiveRestore, FolderInput, Tags, Trash2, X } from "lucide-react";
import type { DeckActs } from "@/components/dashboard/use-deck-acts";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import type { DeckInfo } from "@/lib/api/decks";

export interface BulkBarProps {
  readonly decks: readonly DeckInfo[];
  readonly acts: DeckActs;
  readonly onClear: () => void;
}

/** What can be done with all that is chosen, at the lower edge where thumbs are too. */
export function BulkBar({ decks, acts, onClear }: BulkBarProps) {
  if (decks.length === 0) return null;
  const isTrashed = decks.every(({ trashedAt }) => trashedAt !== null);
  const then = (act: (decks: readonly DeckInfo[]) => void) => () => {
    act(decks);
    onClear();
  };
  return (
    <div className="pointer-events-none fixed inset-x-0 bottom-0 z-30 flex justify-center px-3 pb-4">
      <div
        role="toolbar"
        aria-label="With the chosen decks"
        className="pointer-events-auto flex max-w-full items-center gap-1 overflow-x-auto rounded-lg bg-raised p-1.5 shadow-pop"
      >
        <p className="px-2 text-[13px] font-medium whitespace-nowrap tabular-nums" role="status">
          {decks.length} selected
        </p>
        {isTrashed ? (
          <>
            <Button variant="ghost" onClick={then(acts.restore)}>
              <ArchiveRestore aria-hidden="true" />
              Take out
            </Button>
            <Button variant="ghost" onClick={() => acts.askDelete(decks)}>
              <Trash2 aria-hidden="true" />
              Delete for ever
            </Button>
          </>
        ) : (
          <>
            <Button variant="ghost" onClick={() => acts.askFolder(decks)}>
              <FolderInput aria-hidden="true" />
              Move
            </Button>
            <Button variant="ghost" onClick={() => acts.askTags(decks)}>
              <Tags aria-hidden="true" />
              Tag
            </Button>
            <Button variant="ghost" onClick={then(acts.trash)}>
              <Trash2 aria-hidden="true" />
              Trash
            </Button>
          </>
        )}
        <IconButton label="Choose none" icon={X} keys="Esc" onClick={onClear} />
      </div>
    </div>
  );
}
