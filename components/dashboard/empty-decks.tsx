"use client";
import type { ReactNode } from "react";
import type { DecksQuery } from "@/components/dashboard/use-decks";

export interface EmptyDecksProps extends DecksQuery {
  /** Buttons of the way in, where there is nothing at all. */
  readonly children: ReactNode;
}

/** What an empty list says: why it is empty, and how something gets in. */
export function EmptyDecks({ show, search, children }: EmptyDecksProps) {
  const { title, sentence } =
    search === "" ? empty[show] : { title: `No deck is called “${search}”`, sentence: "The search looks at titles. Try a part of one." };
  return (
    <div className="mx-auto flex max-w-md flex-col items-center py-[12vh] text-center">
      <h2 className="text-[17px] font-semibold tracking-[-0.01em]">{title}</h2>
      <p className="mt-1.5 text-dim">{sentence}</p>
      {search === "" && show !== "trash" && show !== "shared" ? <div className="mt-5 flex flex-wrap justify-center gap-2">{children}</div> : null}
    </div>
  );
}

const empty: Readonly<Record<DecksQuery["show"], { readonly title: string; readonly sentence: string }>> = {
  all: {
    title: "Your first deck starts here",
    sentence:
      "Write one from nothing, take the five-slide tour, or drop a Markdown file anywhere on this page: Landslide, Marp, reveal.js and Slidev decks are read as they are.",
  },
  mine: { title: "No deck of your own yet", sentence: "Decks you make or import are yours. Those that others shared with you are under Shared." },
  shared: { title: "Nobody shared a deck with you yet", sentence: "Open a link that somebody sent you, and the deck stays in this list." },
  trash: { title: "The trash is empty", sentence: "Decks you throw away wait here until you take them back." },
};
