"use client";
import { useState } from "react";
import { DeletedSlides } from "@/components/editor/history/deleted-slides";
import { NameVersionDialog, type NamedVersion } from "@/components/editor/history/name-version-dialog";
import { useVersions } from "@/components/editor/history/use-versions";
import { VersionList } from "@/components/editor/history/version-list";
import { VersionView } from "@/components/editor/history/version-view";
import { useIsNarrow } from "@/components/editor/use-is-narrow";
import { Button } from "@/components/ui/button";
import { FullDialog } from "@/components/ui/full-dialog";
import { may } from "@/lib/workspace/policies";
import type { DeckRole } from "@/lib/workspace/policies";

export interface HistoryProps {
  readonly deckId: string;
  readonly role: DeckRole;
}

/** The versions of a deck, and what has changed since one of them. On a narrow screen one after the other. */
export function HistoryPanel({ deckId, role, onClose }: HistoryProps & { readonly onClose: () => void }) {
  const [isNamedOnly, setNamedOnly] = useState(false);
  const versions = useVersions(deckId, { isNamedOnly });
  const isNarrow = useIsNarrow();
  const [now] = useState(() => new Date());
  const [chosenId, setChosenId] = useState<string>();
  const [isBinShown, setBinShown] = useState(false);
  const [naming, setNaming] = useState<NamedVersion>();
  const { loaded } = versions;
  const list = loaded.state === "there" ? loaded.list.versions : [];
  const chosen = list.find(({ id }) => id === chosenId) ?? (isNarrow ? undefined : list[0]);
  const chosenIndex = list.findIndex(({ id }) => id === chosen?.id);
  const canKeep = may(role, "keepVersion");

  return (
    <FullDialog title="History" onClose={onClose}>
      {loaded.state === "failed" ? (
        <div role="alert" className="m-4 flex items-center justify-between gap-4 rounded-md bg-danger-soft p-3 text-danger-text">
          <p>{loaded.sentence}</p>
          <Button size="sm" onClick={versions.reload}>
            Try again
          </Button>
        </div>
      ) : (
        <div className="flex min-h-0 flex-1">
          {isNarrow && (chosen !== undefined || isBinShown) ? null : (
            <VersionList
              now={now}
              versions={loaded.state === "there" ? list : undefined}
              chosenId={isBinShown ? undefined : chosen?.id}
              onChoose={(id) => {
                setBinShown(false);
                setChosenId(id);
              }}
              more={versions.more}
              isNamedOnly={isNamedOnly}
              onNamedOnly={setNamedOnly}
              isBinShown={isBinShown}
              onBin={() => setBinShown(true)}
              onKeep={canKeep ? () => setNaming({ kind: "now" }) : undefined}
            />
          )}
          {isBinShown ? (
            <DeletedSlides deckId={deckId} now={now} canRestore={may(role, "restore")} onBack={isNarrow ? () => setBinShown(false) : undefined} />
          ) : null}
          {chosen === undefined || isBinShown ? null : (
            <VersionView
              key={chosen.id}
              deckId={deckId}
              previousId={list[chosenIndex + 1]?.id}
              version={chosen}
              now={now}
              canKeep={canKeep}
              canRestore={may(role, "restore")}
              onName={() => setNaming({ kind: "version", version: chosen })}
              onBack={isNarrow ? () => setChosenId(undefined) : undefined}
              onRestored={onClose}
            />
          )}
        </div>
      )}
      <NameVersionDialog deckId={deckId} now={now} naming={naming} onClose={() => setNaming(undefined)} onNamed={versions.put} />
    </FullDialog>
  );
}
