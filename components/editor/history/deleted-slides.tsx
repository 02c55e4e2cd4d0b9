"use client";
import { ChevronLeft, Undo2 } from "lucide-react";
import { useEffect, useState } from "react";
import { SlidePicture } from "@/components/editor/history/slide-picture";
import { useDrawnSlides } from "@/components/editor/history/use-drawn-slides";
import { relativeTime } from "@/components/dashboard/relative-time";
import { Button } from "@/components/ui/button";
import { sentenceOf } from "@/components/ui/sentence-of";
import { useToast } from "@/components/ui/toast";
import { listDeletedSlides, restoreSlide } from "@/lib/api/history-client";
import type { DeletedSlide } from "@/lib/api/slide-history";

export interface DeletedSlidesProps {
  readonly deckId: string;
  readonly now: Date;
  readonly canRestore: boolean;
  /** Back to the list, where both have no room. */
  readonly onBack: (() => void) | undefined;
}

/** A slide counts as deleted once edits settle, which is seconds after the key was pressed. */
const lookMs = 2_000;

/** The bin: slides that were deleted, each to be brought back to where it was. */
export function DeletedSlides({ deckId, now, canRestore, onBack }: DeletedSlidesProps) {
  const [known, setKnown] = useState<readonly DeletedSlide[]>();
  const [broughtBack, setBroughtBack] = useState<readonly string[]>([]);
  const slides = known?.filter(({ id }) => !broughtBack.includes(id));
  const [failure, setFailure] = useState<string>();
  const say = useToast();
  const drawn = useDrawnSlides(deckId, slides ?? []);
  useEffect(() => {
    const leaving = new AbortController();
    const look = () =>
      void listDeletedSlides(deckId, { signal: leaving.signal }).then(
        (list) => {
          setKnown(list.slides);
          setFailure(undefined);
        },
        (error: unknown) => {
          if (!leaving.signal.aborted) setFailure(sentenceOf(error));
        },
      );
    look();
    const looking = setInterval(look, lookMs);
    return () => {
      clearInterval(looking);
      leaving.abort();
    };
  }, [deckId]);

  async function bringBack(slide: DeletedSlide) {
    try {
      await restoreSlide(deckId, slide.id);
      setBroughtBack((ids) => [...ids, slide.id]);
      say("The slide is back where it was.");
    } catch (error) {
      say(sentenceOf(error), { tone: "error" });
    }
  }

  return (
    <div className="flex min-w-0 flex-1 flex-col">
      <div className="border-b border-line px-4 py-3 sm:px-6">
        {onBack === undefined ? null : (
          <Button variant="ghost" size="sm" className="mb-1 -ml-2.5" onClick={onBack}>
            <ChevronLeft aria-hidden="true" />
            All versions
          </Button>
        )}
        <h2 className="text-[17px] leading-6 font-semibold tracking-[-0.01em]">Deleted slides</h2>
        <p className="text-[13px] text-dim">Each comes back to where it was, with its comments. Nothing else of the deck changes.</p>
      </div>
      <div role="region" aria-label="Deleted slides" tabIndex={0} className="min-h-0 flex-1 overflow-y-auto p-4 sm:p-6" data-slide-scroller>
        {failure === undefined ? null : (
          <p role="alert" className="rounded-md bg-danger-soft p-3 text-danger-text">
            {failure}
          </p>
        )}
        {slides === undefined && failure === undefined ? <p className="text-[13px] text-dim">Looking into the bin…</p> : null}
        {slides?.length === 0 ? <p className="text-[13px] text-dim">No slide was deleted.</p> : null}
        <ul className="grid grid-cols-1 gap-5 sm:grid-cols-2 xl:grid-cols-3">
          {slides?.map((slide) => (
            <li key={slide.id} className="min-w-0">
              <SlidePicture deck={drawn(slide)} label={`Deleted slide ${slide.position + 1}`} />
              <div className="mt-2 flex items-center justify-between gap-2">
                <p className="min-w-0 truncate text-[12px] text-dim">
                  {slide.goneBy ?? "Deleted"}
                  {slide.goneAt === null ? "" : ` · ${relativeTime(slide.goneAt, now)}`}
                </p>
                {canRestore ? (
                  <Button size="sm" onClick={() => void bringBack(slide)}>
                    <Undo2 aria-hidden="true" />
                    Bring back
                  </Button>
                ) : null}
              </div>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
