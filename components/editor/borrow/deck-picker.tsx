"use client";
import { Search } from "lucide-react";
import { useEffect, useState } from "react";
import { DeckCover } from "@/components/dashboard/deck-cover";
import { useSearch } from "@/components/dashboard/use-search";
import { sentenceOf } from "@/components/ui/sentence-of";
import { listDecks } from "@/lib/api/client";
import type { DeckInfo } from "@/lib/api/decks";
import { may } from "@/lib/workspace/policies";

export interface DeckPickerProps {
  /** The deck that is open is none to choose. */
  readonly without: string;
  readonly onPick: (deck: DeckInfo) => void;
}

/** The decks that slides can be taken from: the ones edited last, or what a search finds. */
export function DeckPicker({ without, onPick }: DeckPickerProps) {
  const [text, setText] = useState("");
  const { found, failure: searchFailure } = useSearch(text);
  const [latest, setLatest] = useState<readonly DeckInfo[]>();
  const [failure, setFailure] = useState<string>();
  useEffect(() => {
    const leaving = new AbortController();
    listDecks({}, { signal: leaving.signal }).then(
      ({ decks }) => setLatest(decks),
      (error: unknown) => {
        if (!leaving.signal.aborted) setFailure(sentenceOf(error));
      },
    );
    return () => leaving.abort();
  }, []);
  const known = text.trim() === "" ? latest : found?.decks.map(({ deck }) => deck);
  const decks = known?.filter(({ id, role }) => id !== without && may(role, "exportMarkdown"));
  return (
    <>
      <label className="relative mx-4 my-3 block shrink-0">
        <Search className="pointer-events-none absolute top-2.5 left-3 size-4 text-dim" aria-hidden="true" />
        <input
          type="search"
          autoFocus
          aria-label="Search decks"
          placeholder="Search titles, slides and notes"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          className="h-9 w-full rounded-md bg-raised pr-3 pl-9 text-[13px] shadow-[inset_0_0_0_1px_var(--line)] outline-none placeholder:text-dim focus-visible:shadow-[inset_0_0_0_2px_var(--accent)] sm:max-w-[420px]"
        />
      </label>
      <div className="min-h-0 flex-1 overflow-y-auto px-4 pt-1 pb-6" aria-busy={decks === undefined || undefined}>
        {(failure ?? searchFailure) === undefined ? null : <p className="text-[13px] text-danger-text">{failure ?? searchFailure}</p>}
        {decks?.length === 0 ? (
          <p className="py-[12vh] text-center text-dim">{text.trim() === "" ? "There is no other deck yet." : "No deck says that."}</p>
        ) : null}
        <ul aria-label="Decks" className="grid grid-cols-[repeat(auto-fill,minmax(min(46%,200px),1fr))] gap-x-4 gap-y-6">
          {decks?.map((deck) => (
            <li key={deck.id}>
              <button type="button" onClick={() => onPick(deck)} className="block w-full rounded-md text-left outline-offset-2">
                <DeckCover cover={deck.cover} aspectRatio={deck.cover.aspectRatio} className="hover:shadow-[0_0_0_1px_var(--control)]" />
                <span className="mt-2 block truncate text-[13px] font-medium">{deck.title}</span>
                <span className="block text-xs text-dim tabular-nums">{deck.slides === 1 ? "One slide" : `${deck.slides} slides`}</span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}
