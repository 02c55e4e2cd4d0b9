"use client";
import { useState, type ReactNode } from "react";
import type { HistoryProps } from "@/components/editor/history/history-panel";
import { SlidePicture } from "@/components/editor/history/slide-picture";
import { SourceChanges } from "@/components/editor/history/source-changes";
import { useDrawnSlides } from "@/components/editor/history/use-drawn-slides";
import { useSlideHistory } from "@/components/editor/history/use-slide-history";
import { dayText } from "@/components/editor/history/version-words";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { FullDialog } from "@/components/ui/full-dialog";
import { timeText } from "@/components/ui/moment";
import { sentenceOf } from "@/components/ui/sentence-of";
import { useToast } from "@/components/ui/toast";
import { restoreSlide } from "@/lib/api/history-client";
import type { SlideHistory, SlidePast } from "@/lib/api/slide-history";
import { may } from "@/lib/workspace/policies";

export interface SlideHistoryPanelProps extends HistoryProps {
  readonly slideKey: string;
  readonly onClose: () => void;
}

/** What one slide was, through moves and edits, and a way back that touches nothing else. */
export function SlideHistoryPanel({ deckId, role, slideKey, onClose }: SlideHistoryPanelProps) {
  const loaded = useSlideHistory(deckId, slideKey);
  return (
    <FullDialog title="History of this slide" onClose={onClose}>
      {loaded.state === "loading" ? <p className="p-6 text-[13px] text-dim">Looking up what this slide was…</p> : null}
      {loaded.state === "failed" ? (
        <p role="alert" className="m-4 rounded-md bg-warning-soft p-3 text-warning-text">
          {loaded.sentence}
        </p>
      ) : null}
      {loaded.state === "there" ? <Texts deckId={deckId} history={loaded.history} canRestore={may(role, "restore")} onRestored={onClose} /> : null}
    </FullDialog>
  );
}

interface TextsProps {
  readonly deckId: string;
  readonly history: SlideHistory;
  readonly canRestore: boolean;
  readonly onRestored: () => void;
}

function Texts({ deckId, history, canRestore, onRestored }: TextsProps) {
  const [now, ...past] = history.texts;
  const [chosenHash, setChosenHash] = useState(past[0]?.textHash);
  const [openedAt] = useState(() => new Date());
  const [isBusy, setBusy] = useState(false);
  const say = useToast();
  const chosen = past.find(({ textHash }) => textHash === chosenHash) ?? past[0];
  const drawn = useDrawnSlides(
    deckId,
    [now, chosen].flatMap((each) => (each === undefined ? [] : [each])),
  );
  if (now === undefined || chosen === undefined) {
    return (
      <p className="p-6 text-[13px] text-dim">
        No version has another text of this slide. One is kept every ten minutes while somebody writes, so look again when it has changed.
      </p>
    );
  }
  const bringBack = async () => {
    setBusy(true);
    try {
      await restoreSlide(deckId, history.id, { textHash: chosen.textHash });
      onRestored();
      say("This slide is as it was. The others were not touched.");
    } catch (error) {
      say(sentenceOf(error), { tone: "error" });
      setBusy(false);
    }
  };
  const [before, after] = [drawn(chosen), drawn(now)];
  return (
    <div className="flex min-h-0 flex-1 flex-col md:flex-row">
      <nav
        aria-label="Texts of this slide"
        className="shrink-0 overflow-y-auto border-line p-2 max-md:max-h-44 max-md:border-b md:w-[272px] md:border-r"
      >
        <ul>
          {past.map((each) => (
            <li key={`${each.versionId}`}>
              <TextRow past={each} now={openedAt} isChosen={each === chosen} onChoose={() => setChosenHash(each.textHash)} />
            </li>
          ))}
        </ul>
      </nav>
      <div className="flex min-w-0 flex-1 flex-col">
        <div className="flex flex-wrap items-center justify-between gap-3 border-b border-line px-4 py-3 sm:px-6">
          <p className="min-w-0 flex-1 basis-48 text-[13px] text-dim">
            Then it stood as slide {chosen.position + 1}. Bringing it back changes this slide alone, for everybody at once.
          </p>
          {canRestore ? (
            <Button variant="primary" isBusy={isBusy} onClick={() => void bringBack()}>
              Bring this back
            </Button>
          ) : null}
        </div>
        <div role="region" aria-label="Then and now" tabIndex={0} className="min-h-0 flex-1 overflow-y-auto p-4 sm:p-6" data-slide-scroller>
          <div className="mx-auto mb-6 grid max-w-[1080px] grid-cols-1 gap-4 sm:grid-cols-2">
            <Side caption="Then" picture={<SlidePicture deck={before} label="Then" />} />
            <Side caption="Now" picture={<SlidePicture deck={after} label="Now" />} />
          </div>
          <SourceChanges before={{ markdown: chosen.text }} after={{ markdown: now.text }} />
        </div>
      </div>
    </div>
  );
}

function Side({ caption, picture }: { readonly caption: string; readonly picture: ReactNode }) {
  return (
    <figure className="min-w-0">
      {picture}
      <figcaption className="mt-1 text-[12px] text-dim">{caption}</figcaption>
    </figure>
  );
}

interface TextRowProps {
  readonly past: SlidePast;
  readonly now: Date;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function TextRow({ past: { since, authors, position }, now, isChosen, onChoose }: TextRowProps) {
  return (
    <button
      type="button"
      aria-current={isChosen ? "true" : undefined}
      onClick={onChoose}
      className={classNames("block w-full rounded-sm px-2 py-1.5 text-left", isChosen ? "bg-accent-soft" : "hover:bg-hover")}
    >
      <span className="block text-[13px]">{since === null ? "Before" : `${dayText(since, now)}, ${timeText(new Date(since))}`}</span>
      <span className={classNames("block truncate text-[12px]", isChosen ? "text-accent-text" : "text-dim")}>
        {[authors.join(", "), `slide ${position + 1}`].filter((words) => words !== "").join(" · ")}
      </span>
    </button>
  );
}
