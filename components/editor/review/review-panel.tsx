"use client";
import { useEffect, useState } from "react";
import { SlidePairs } from "@/components/editor/history/slide-pairs";
import { useComparison } from "@/components/editor/history/use-comparison";
import { useVersions } from "@/components/editor/history/use-versions";
import { ReviewActs } from "@/components/editor/review/review-acts";
import { standingOf, useReviews } from "@/components/editor/review/use-reviews";
import { useSession } from "@/components/editor/session/use-session";
import { FullDialog } from "@/components/ui/full-dialog";
import { inputClass } from "@/components/ui/field";
import { momentText } from "@/components/ui/moment";
import type { ReviewedSlide } from "@/lib/api/reviews";
import type { VersionInfo } from "@/lib/api/versions";

export interface ReviewPanelProps {
  readonly deckId: string;
  readonly onClose: () => void;
}

/** A deck as its audience will see it, slide by slide, beside a version of before; each to be approved, or to be changed. */
export function ReviewPanel({ deckId, onClose }: ReviewPanelProps) {
  const { reviews: store } = useSession();
  const slides = useReviews();
  const versions = useVersions(deckId, { isNamedOnly: false });
  const [now] = useState(() => new Date());
  const [chosenId, setChosenId] = useState<string>();
  useEffect(() => void store?.load(), [store]);
  const list = versions.loaded.state === "there" ? versions.loaded.list.versions : [];
  const since = list.find(({ id }) => id === chosenId) ?? list.find(({ name }) => name !== null) ?? list.at(-1);
  const approved = slides.filter((slide) => standingOf(slide) === "approved").length;
  return (
    <FullDialog title="Review" onClose={onClose}>
      <div className="flex flex-wrap items-center justify-between gap-3 border-b border-line px-4 py-3 sm:px-6">
        <p role="status" className="text-[13px]">
          {approved} of {slides.length} slides approved
        </p>
        {since === undefined ? null : (
          <label className="flex min-w-0 items-center gap-2 text-[13px] text-dim">
            <span className="shrink-0">Changes since</span>
            <select
              value={since.id}
              onChange={(event) => setChosenId(event.target.value)}
              className={`${inputClass} h-8 w-auto max-w-64 text-[13px]`}
            >
              {list.map((version) => (
                <option key={version.id} value={version.id}>
                  {version.name ?? momentText(new Date(version.createdAt), now)}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      <div role="region" aria-label="Slides to review" tabIndex={0} data-slide-scroller className="min-h-0 flex-1 overflow-y-auto p-4 sm:p-6">
        <Slides key={since?.id ?? "none"} deckId={deckId} since={since} slides={slides} isReady={versions.loaded.state === "there"} />
      </div>
    </FullDialog>
  );
}

interface SlidesProps {
  readonly deckId: string;
  readonly since: VersionInfo | undefined;
  readonly slides: readonly ReviewedSlide[];
  readonly isReady: boolean;
}

function Slides({ deckId, since, slides, isReady }: SlidesProps) {
  const comparison = useComparison(deckId, { versionId: since?.id, isReady });
  if (comparison.state === "loading") return <p className="text-[13px] text-dim">Drawing the slides…</p>;
  if (comparison.state === "failed") {
    return (
      <p role="alert" className="rounded-md bg-danger-soft p-3 text-danger-text">
        {comparison.sentence}
      </p>
    );
  }
  const actsOf = (index: number) => {
    const slide = slides[index];
    return slide === undefined || slides.length !== comparison.after.slides.length ? null : <ReviewActs slide={slide} />;
  };
  return <SlidePairs {...comparison} captions={{ earlier: "Then", later: "Now" }} actsOf={actsOf} />;
}
