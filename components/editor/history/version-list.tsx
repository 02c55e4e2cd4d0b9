"use client";
import { Bookmark, Trash2 } from "lucide-react";
import { useState, type KeyboardEvent } from "react";
import { authorsText, byDay, kindText, slidesText } from "@/components/editor/history/version-words";
import { Button } from "@/components/ui/button";
import { Choice } from "@/components/ui/choice";
import { classNames } from "@/components/ui/class-names";
import { timeText } from "@/components/ui/moment";
import type { VersionInfo } from "@/lib/api/versions";

export interface VersionListProps {
  /** When the history was opened. */
  readonly now: Date;
  /** Undefined while they are on their way. */
  readonly versions: readonly VersionInfo[] | undefined;
  readonly chosenId: string | undefined;
  readonly onChoose: (id: string) => void;
  readonly more: (() => Promise<void>) | undefined;
  /** Those with a name alone? */
  readonly isNamedOnly: boolean;
  readonly onNamedOnly: (isNamedOnly: boolean) => void;
  /** Shows the slides that were deleted. */
  readonly onBin: () => void;
  readonly isBinShown: boolean;
  /** Keeps the deck as it is now under a name; undefined where that is not allowed. */
  readonly onKeep: (() => void) | undefined;
}

/** A deck's versions by day, newest first. The arrow keys go from one to the next. */
export function VersionList({ now, versions, chosenId, onChoose, more, isNamedOnly, onNamedOnly, onBin, isBinShown, onKeep }: VersionListProps) {
  return (
    <nav aria-label="Versions" className="flex w-full shrink-0 flex-col border-line md:w-[272px] md:border-r" onKeyDown={onArrow}>
      {onKeep === undefined ? null : (
        <div className="border-b border-line p-3">
          <Button className="w-full" onClick={onKeep}>
            <Bookmark aria-hidden="true" />
            Name how it is now
          </Button>
        </div>
      )}
      <div className="px-3 pt-3">
        <Choice
          label="Which versions"
          value={isNamedOnly ? "named" : "all"}
          choices={kinds}
          onChange={(kind) => onNamedOnly(kind === "named")}
          className="flex"
        />
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto p-2">
        {versions === undefined ? <p className="px-2 py-3 text-[13px] text-dim">Looking up the versions…</p> : null}
        {versions?.length === 0 ? <NoVersions canKeep={onKeep !== undefined} isNamedOnly={isNamedOnly} /> : null}
        {byDay(versions ?? [], now).map(({ day, versions: ofDay }) => (
          <section key={day} aria-label={day} className="mb-3">
            <h3 className="px-2 pt-1.5 pb-1 text-[12px] font-medium text-dim">{day}</h3>
            <ul>
              {ofDay.map((version) => (
                <li key={version.id}>
                  <VersionRow version={version} isChosen={version.id === chosenId} onChoose={() => onChoose(version.id)} />
                </li>
              ))}
            </ul>
          </section>
        ))}
        {more === undefined ? null : <MoreButton more={more} />}
      </div>
      <div className="border-t border-line p-2">
        <button
          type="button"
          data-version
          aria-current={isBinShown ? "true" : undefined}
          onClick={onBin}
          className={classNames(
            "flex w-full items-center gap-2 rounded-sm px-2 py-1.5 text-left text-[13px]",
            isBinShown ? "bg-accent-soft" : "hover:bg-hover",
          )}
        >
          <Trash2 className="size-4 text-dim" aria-hidden="true" />
          Deleted slides
        </button>
      </div>
    </nav>
  );
}

const kinds = [
  { value: "all", label: "All" },
  { value: "named", label: "Named" },
] as const;

interface VersionRowProps {
  readonly version: VersionInfo;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function VersionRow({ version, isChosen, onChoose }: VersionRowProps) {
  const headline = version.name ?? kindText(version);
  const about = [authorsText(version), version.slides === null ? null : slidesText(version.slides)].filter((words) => words !== null).join(" · ");
  return (
    <button
      type="button"
      data-version
      aria-current={isChosen ? "true" : undefined}
      onClick={onChoose}
      className={classNames("block w-full rounded-sm px-2 py-1.5 text-left", isChosen ? "bg-accent-soft" : "hover:bg-hover")}
    >
      <span className="flex items-baseline justify-between gap-3">
        <span className={classNames("min-w-0 truncate text-[13px]", version.name === null ? "" : "font-semibold")}>
          {headline === "" ? timeText(new Date(version.createdAt)) : headline}
        </span>
        {headline === "" ? null : <span className="shrink-0 text-[12px] text-dim tabular-nums">{timeText(new Date(version.createdAt))}</span>}
      </span>
      <span className={classNames("block truncate text-[12px]", isChosen ? "text-accent-text" : "text-dim")}>{about}</span>
    </button>
  );
}

function NoVersions({ canKeep, isNamedOnly }: { readonly canKeep: boolean; readonly isNamedOnly: boolean }) {
  if (isNamedOnly) return <p className="px-2 py-3 text-[13px] text-dim">No version has a name yet.</p>;
  return (
    <p className="px-2 py-3 text-[13px] text-dim">
      There is no version yet. One is kept every ten minutes while somebody writes, and before anything replaces the whole text.
      {canKeep ? " You can keep one yourself at any time." : ""}
    </p>
  );
}

function MoreButton({ more }: { readonly more: () => Promise<void> }) {
  const [isBusy, setBusy] = useState(false);
  return (
    <Button
      variant="ghost"
      className="w-full"
      isBusy={isBusy}
      onClick={() => {
        setBusy(true);
        void more().finally(() => setBusy(false));
      }}
    >
      Older versions
    </Button>
  );
}

function onArrow(event: KeyboardEvent<HTMLElement>) {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step === 0) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLButtonElement>("button[data-version]")];
  const next = rows[rows.findIndex((row) => row === document.activeElement) + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
