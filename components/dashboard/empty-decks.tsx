"use client";
import type { ReactNode } from "react";
import { useTrashed } from "@/components/dashboard/use-trashed";
import { isTeamFilter, type DeckView } from "@/components/dashboard/view";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { trashDays } from "@/lib/api/limits";

export interface EmptyDecksProps {
  readonly view: DeckView;
  readonly onTrash: () => void;
  /** Buttons of the way in, where there is nothing at all. */
  readonly children: ReactNode;
}

/** What an empty list says: why it is empty, and how something gets in. */
export function EmptyDecks({ view, onTrash, children }: EmptyDecksProps) {
  const isWayIn = isUnnarrowed(view) && (view.show === "all" || view.show === "mine");
  const trashed = useTrashed({ isAsked: isWayIn });
  const { title, sentence } = trashed === "one" || trashed === "more" ? inTrash[trashed] : wordsOf(view);
  return (
    <div
      className={classNames("mx-auto flex max-w-md flex-col items-center py-[12vh] text-center", trashed === "unknown" && "invisible")}
      aria-busy={trashed === "unknown" || undefined}
    >
      <h2 className="text-[17px] font-semibold tracking-[-0.01em]">{title}</h2>
      <p className="mt-1.5 text-dim">{sentence}</p>
      {isWayIn ? (
        <div className="mt-5 flex flex-wrap justify-center gap-2">
          {trashed === "none" ? null : <Button onClick={onTrash}>Open the trash</Button>}
          {children}
        </div>
      ) : null}
    </div>
  );
}

const inTrash = {
  one: { title: "Your deck is in the trash", sentence: `It waits there for ${trashDays} days, until you take it back. Or begin another one.` },
  more: { title: "Your decks are in the trash", sentence: `They wait there for ${trashDays} days, until you take them back. Or begin another one.` },
} as const;

interface EmptyWords {
  readonly title: string;
  readonly sentence: string;
}

function wordsOf(view: DeckView): EmptyWords {
  if (view.folder !== undefined) {
    return { title: "This folder is empty", sentence: "Drag decks onto its name, or choose “Move to a folder” in a deck’s menu." };
  }
  if (view.tag !== undefined) return { title: `Nothing is tagged ${view.tag}`, sentence: "Choose “Tags” in a deck’s menu to tag it." };
  if (isTeamFilter(view.show)) {
    return {
      title: "This team has no deck yet",
      sentence: "A deck that is moved to the team belongs to all of its members: they may edit it without a link.",
    };
  }
  return empty[view.show];
}

function isUnnarrowed({ folder, tag }: DeckView): boolean {
  return folder === undefined && tag === undefined;
}

const empty: Readonly<Record<Exclude<DeckView["show"], `team:${string}`>, EmptyWords>> = {
  all: {
    title: "Your first deck starts here",
    sentence:
      "Write one from nothing or from a template, take the five-slide tour, or drop a Markdown file anywhere on this page: Landslide, Marp, reveal.js and Slidev decks are read as they are.",
  },
  mine: {
    title: "No deck of your own yet",
    sentence: "Decks you make or import are yours. Those that others shared with you are under Shared with me.",
  },
  shared: { title: "Nobody shared a deck with you yet", sentence: "Open a link that somebody sent you, and the deck stays in this list." },
  recent: { title: "You opened no deck yet", sentence: "What you open stands here, the latest first." },
  starred: {
    title: "You starred no deck yet",
    sentence: "Press the star on a card, or S: the deck stays in this list until you take the star away. Only you see it.",
  },
  templates: {
    title: "No deck of yours is a template",
    sentence: "Choose “Use as a template” in a deck’s menu: whoever may see the deck finds it in “New deck”.",
  },
  trash: { title: "The trash is empty", sentence: `Decks you throw away wait here for ${trashDays} days, until you take them back.` },
};
