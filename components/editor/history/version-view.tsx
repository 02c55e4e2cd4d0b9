"use client";
import { ChevronLeft, Download } from "lucide-react";
import { useState } from "react";
import { RestoreButton } from "@/components/editor/history/restore-button";
import { SlidePairs } from "@/components/editor/history/slide-pairs";
import { SourceChanges } from "@/components/editor/history/source-changes";
import { changesText, type Against } from "@/components/editor/history/changes-text";
import { useComparison, type Comparison } from "@/components/editor/history/use-comparison";
import { authorsText, kindText } from "@/components/editor/history/version-words";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { Choice } from "@/components/ui/choice";
import { momentText } from "@/components/ui/moment";
import { versionFileUrl } from "@/lib/api/client";
import type { VersionInfo } from "@/lib/api/versions";

export interface VersionViewProps {
  readonly deckId: string;
  readonly version: VersionInfo;
  /** The version before it, where that is known. */
  readonly previousId: string | undefined;
  /** When the history was opened. */
  readonly now: Date;
  readonly canKeep: boolean;
  readonly canRestore: boolean;
  readonly onName: () => void;
  /** Back to the list, where both have no room. */
  readonly onBack: (() => void) | undefined;
  readonly onRestored: () => void;
}

const sides = [
  { value: "now", label: "With now" },
  { value: "before", label: "With before" },
] as const;

type Look = "slides" | "text";
const looks = [
  { value: "slides", label: "Slides" },
  { value: "text", label: "Text" },
] as const;

/** One version beside the deck of this moment. */
export function VersionView({ deckId, version, previousId, now, canKeep, canRestore, onName, onBack, onRestored }: VersionViewProps) {
  const [against, setAgainst] = useState<Against>("now");
  const comparison = useComparison(deckId, { versionId: version.id, previousId: against === "before" ? previousId : undefined });
  const [look, setLook] = useState<Look>("slides");
  const moment = momentText(new Date(version.createdAt), now);
  const about = [version.name === null ? kindText(version) : moment, authorsText(version) ?? ""].filter((words) => words !== "").join(" · ");
  return (
    <div className="flex min-w-0 flex-1 flex-col">
      <div className="border-b border-line px-4 py-3 sm:px-6">
        {onBack === undefined ? null : (
          <Button variant="ghost" size="sm" className="mb-1 -ml-2.5" onClick={onBack}>
            <ChevronLeft aria-hidden="true" />
            All versions
          </Button>
        )}
        <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
          <div className="min-w-0 flex-1 basis-56">
            <h2 className="truncate text-[17px] leading-6 font-semibold tracking-[-0.01em]">{version.name ?? moment}</h2>
            <p className="truncate text-[13px] text-dim">{about === "" ? "Kept while the deck was written" : about}</p>
          </div>
          <div className="flex flex-wrap items-center gap-2">
            <a href={versionFileUrl(deckId, version.id)} download className={buttonClass({ variant: "ghost" })}>
              <Download aria-hidden="true" />
              Markdown
            </a>
            {canKeep ? <Button onClick={onName}>{version.name === null ? "Name this version" : "Rename"}</Button> : null}
            {canRestore ? <RestoreButton deckId={deckId} version={version} now={now} onRestored={onRestored} /> : null}
          </div>
        </div>
        <div className="mt-3 flex flex-wrap items-center justify-between gap-2">
          <p role="status" className="text-[13px]">
            {comparison.state === "there" ? changesText(comparison, against) : ""}
          </p>
          <div className="flex flex-wrap gap-2">
            {previousId === undefined ? null : <Choice label="Compare with" value={against} choices={sides} onChange={setAgainst} />}
            <Choice label="Show changes as" value={look} choices={looks} onChange={setLook} />
          </div>
        </div>
      </div>
      <div
        data-slide-scroller
        role="region"
        aria-label="Changes since this version"
        tabIndex={0}
        className="min-h-0 flex-1 overflow-y-auto p-4 sm:p-6"
      >
        <Changes comparison={comparison} look={look} against={against} />
      </div>
    </div>
  );
}

const captions = { now: { earlier: "Then", later: "Now" }, before: { earlier: "Before", later: "In this version" } } as const;

function Changes({ comparison, look, against }: { readonly comparison: Comparison; readonly look: Look; readonly against: Against }) {
  switch (comparison.state) {
    case "loading":
      return <p className="text-[13px] text-dim">Comparing…</p>;
    case "failed":
      return (
        <p role="alert" className="rounded-md bg-danger-soft p-3 text-danger-text">
          {comparison.sentence}
        </p>
      );
    case "there":
      return look === "slides" ? <SlidePairs {...comparison} captions={captions[against]} /> : <SourceChanges {...comparison} />;
  }
}
