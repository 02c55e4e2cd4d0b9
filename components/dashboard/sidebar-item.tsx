"use client";
import type { LucideIcon } from "lucide-react";
import { useState, type MouseEvent, type ReactNode } from "react";
import { holdsDecks, readDraggedDecks } from "@/components/dashboard/dragged-decks";
import { viewAddress, type DeckView } from "@/components/dashboard/view";
import { classNames } from "@/components/ui/class-names";
import type { DeckId } from "@/lib/api/ids";

export interface SidebarItemProps {
  readonly label: string;
  readonly icon: LucideIcon;
  readonly count?: number;
  readonly view: DeckView;
  readonly isCurrent: boolean;
  readonly onView: (view: DeckView) => void;
  /** Takes cards that are dropped on it. */
  readonly onDrop?: (deckIds: readonly DeckId[]) => void;
  readonly menu?: ReactNode;
}

/** One list in the sidebar: a link, so that it opens in another tab as well. */
export function SidebarItem({ label, icon: Icon, count, view, isCurrent, onView, onDrop, menu }: SidebarItemProps) {
  const [isOver, setOver] = useState(false);
  const go = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    onView(view);
  };
  return (
    <li
      className="group/item relative"
      onDragOver={(event) => {
        if (onDrop === undefined || !holdsDecks(event.dataTransfer)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = "move";
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        if (onDrop === undefined || !holdsDecks(event.dataTransfer)) return;
        event.preventDefault();
        onDrop(readDraggedDecks(event.dataTransfer));
      }}
    >
      <a
        href={viewAddress(view)}
        aria-current={isCurrent ? "page" : undefined}
        onClick={go}
        className={classNames(
          "flex h-8 items-center gap-2.5 rounded-sm px-2.5 text-[13px] outline-offset-[-2px] max-lg:h-10",
          isCurrent ? "bg-pressed font-medium text-text" : "text-dim hover:bg-hover hover:text-text",
          isOver && "bg-accent-soft! text-accent-text! shadow-[inset_0_0_0_1.5px_var(--accent)]",
        )}
      >
        <Icon className="size-4 shrink-0" aria-hidden="true" />
        <span className="min-w-0 flex-1 truncate">{label}</span>
        {count === undefined ? null : (
          <span
            className={classNames(
              "text-xs text-dim tabular-nums",
              menu !== undefined && "group-focus-within/item:invisible group-hover/item:invisible pointer-coarse:mr-8 pointer-coarse:visible!",
            )}
          >
            {count}
          </span>
        )}
      </a>
      {menu === undefined ? null : (
        <div className="absolute top-0.5 right-0.5 opacity-0 group-focus-within/item:opacity-100 group-hover/item:opacity-100 has-data-popup-open:opacity-100 max-lg:top-1.5 pointer-coarse:opacity-100">
          {menu}
        </div>
      )}
    </li>
  );
}
