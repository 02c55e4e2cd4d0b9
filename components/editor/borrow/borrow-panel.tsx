"use client";
import { ChevronLeft } from "lucide-react";
import { useState } from "react";
import { DeckPicker } from "@/components/editor/borrow/deck-picker";
import { SlidePicker } from "@/components/editor/borrow/slide-picker";
import { useSession } from "@/components/editor/session/use-session";
import { insertSlidesAfter } from "@/components/editor/slides/slide-acts";
import { Button } from "@/components/ui/button";
import { FullDialog } from "@/components/ui/full-dialog";
import { sentenceOf } from "@/components/ui/sentence-of";
import { borrowSlides } from "@/lib/api/library-client";
import type { DeckInfo } from "@/lib/api/decks";

export interface BorrowPanelProps {
  readonly deckId: string;
  readonly onClose: () => void;
}

/** Takes slides from another deck: first the deck, then the slides, by their pictures. */
export function BorrowPanel({ deckId, onClose }: BorrowPanelProps) {
  const session = useSession();
  const [from, setFrom] = useState<DeckInfo>();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const pick = (deck: DeckInfo | undefined) => {
    setFrom(deck);
    setChosen([]);
    setFailure(undefined);
  };

  async function insert() {
    if (from === undefined || chosen.length === 0) return;
    setBusy(true);
    try {
      const { slides } = await borrowSlides(deckId, { from: from.id, anchors: [...chosen] });
      const { deck } = session.live.snapshot();
      onClose();
      insertSlidesAfter(session, deck.slides[session.caret.get().slideIndex]?.key, slides, from.title);
    } catch (error) {
      setFailure(sentenceOf(error));
      setBusy(false);
    }
  }

  return (
    <FullDialog title={from === undefined ? "Insert slides from another deck" : from.title} onClose={onClose}>
      {from === undefined ? (
        <DeckPicker without={deckId} onPick={pick} />
      ) : (
        <>
          <SlidePicker deck={from} chosen={chosen} onChange={setChosen} />
          <div className="flex shrink-0 flex-wrap items-center gap-2 border-t border-line px-4 py-3">
            <Button variant="ghost" onClick={() => pick(undefined)}>
              <ChevronLeft aria-hidden="true" />
              Another deck
            </Button>
            <p role="status" className="min-w-0 flex-1 text-right text-[13px] text-dim max-sm:order-first max-sm:basis-full max-sm:text-left">
              {failure ?? chosenWords(chosen.length)}
            </p>
            <Button variant="primary" isBusy={isBusy} disabled={chosen.length === 0} onClick={() => void insert()}>
              {chosen.length > 1 ? `Insert ${chosen.length} slides` : "Insert"}
            </Button>
          </div>
        </>
      )}
    </FullDialog>
  );
}

function chosenWords(count: number): string {
  return count === 0 ? "Choose slides, in the order you want them." : "They come after the slide you are on.";
}
