"use client";
import { ChevronLeft } from "lucide-react";
import { useState } from "react";
import { RestoreButton } from "@/components/editor/history/restore-button";
import { SlidePairs } from "@/components/editor/history/slide-pairs";
import { SourceChanges } from "@/components/editor/history/source-changes";
import { changesText } from "@/components/editor/history/changes-text";
import { useComparison, type Comparison } from "@/components/editor/history/use-comparison";
import { kindText, momentText } from "@/components/editor/history/version-words";
import { Button } from "@/components/ui/button";
import { Choice } from "@/components/ui/choice";
import type { VersionInfo } from "@/lib/api/versions";

export interface VersionViewProps {
  readonly deckId: string;
  readonly version: VersionInfo;
  /** When the history was opened. */
  readonly now: Date;
  readonly canKeep: boolean;
  readonly canRestore: boolean;
  readonly onName: () => void;
  /** Back to the list, where both have no room. */
  readonly onBack: (() => void) | undefined;
  readonly onRestored: () => void;
}

type Look = "slides" | "text";
const looks = [
  { value: "slides", label: "Slides" },
  { value: "text", label: "Text" },
] as const;

/** One version beside the deck of this moment. */
export function VersionView({ deckId, version, now, canKeep, canRestore, onName, onBack, onRestored }: VersionViewProps) {
  const comparison = useComparison(deckId, version.id);
  const [look, setLook] = useState<Look>("slides");
  const moment = momentText(version.createdAt, now);
  const about = [version.name === null ? kindText(version) : moment, version.author ?? ""].filter((words) => words !== "").join(" · ");
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
            {canKeep ? <Button onClick={onName}>{version.name === null ? "Name this version" : "Rename"}</Button> : null}
            {canRestore ? <RestoreButton deckId={deckId} version={version} now={now} onRestored={onRestored} /> : null}
          </div>
        </div>
        <div className="mt-3 flex flex-wrap items-center justify-between gap-2">
          <p role="status" className="text-[13px]">
            {comparison.state === "there" ? changesText(comparison) : ""}
          </p>
          <Choice label="Show changes as" value={look} choices={looks} onChange={setLook} />
        </div>
      </div>
      <div
        data-slide-scroller
        role="region"
        aria-label="Changes since this version"
        tabIndex={0}
        className="min-h-0 flex-1 overflow-y-auto p-4 sm:p-6"
      >
        <Changes comparison={comparison} look={look} />
      </div>
    </div>
  );
}

function Changes({ comparison, look }: { readonly comparison: Comparison; readonly look: Look }) {
  switch (comparison.state) {
    case "loading":
      return <p className="text-[13px] text-dim">Comparing it with the deck as it is now…</p>;
    case "failed":
      return (
        <p role="alert" className="rounded-md bg-danger-soft p-3 text-danger-text">
          {comparison.sentence}
        </p>
      );
    case "there":
      return look === "slides" ? <SlidePairs {...comparison} /> : <SourceChanges {...comparison} />;
  }
}
