"use client";
import { DeckGrid, type DeckGridProps } from "@/components/dashboard/deck-grid";
import { EmptyDecks } from "@/components/dashboard/empty-decks";
import { FailureNote } from "@/components/dashboard/failure-note";
import { MoreDecks } from "@/components/dashboard/more-decks";
import type { Decks } from "@/components/dashboard/use-decks";
import type { DeckView } from "@/components/dashboard/view";
import { Button } from "@/components/ui/button";
import { trashDays } from "@/lib/api/limits";

export interface DeckListProps extends Omit<DeckGridProps, "decks" | "isLoading"> {
  readonly view: DeckView;
  readonly list: Decks;
  readonly onTour: () => void;
  readonly onTemplate: () => void;
  readonly onTrash: () => void;
}

/** The decks of a view: the grid, or why there is nothing in it. */
export function DeckList({ view, list, onTour, onTemplate, onTrash, ...grid }: DeckListProps) {
  const { decks, isLoading, failure, loadMore, reload } = list;
  return (
    <>
      <FailureNote failures={failure === undefined ? [] : [failure]} onRetry={reload} />
      {view.show === "trash" && decks.length > 0 ? (
        <p className="pb-5 text-[13px] text-dim">Decks stay here for {trashDays} days, and are deleted for ever then.</p>
      ) : null}
      {decks.length === 0 && !isLoading && failure === undefined ? (
        <EmptyDecks view={view} onTrash={onTrash}>
          <Button variant="primary" onClick={onTemplate}>
            Begin with a template
          </Button>
          <Button onClick={onTour}>Take the tour</Button>
        </EmptyDecks>
      ) : (
        <DeckGrid {...grid} decks={decks} isLoading={isLoading} />
      )}
      {loadMore === undefined ? null : <MoreDecks count={decks.length} onMore={loadMore} />}
      {decks.length === 0 ? null : (
        <p className="pt-12 text-center text-[13px] text-dim max-sm:hidden">
          Drop decks of Marp, Slidev, reveal.js, Landslide, remark, HackMD and others anywhere on this page, or paste Markdown.
        </p>
      )}
    </>
  );
}
