"use client";
import { useEffect, useRef, useState } from "react";
import { maxTitleLength } from "@/lib/api/limits";

export interface DeckTitleProps {
  /** What is shown: the deck's own name, else the title in its text. */
  readonly title: string;
  readonly canRename: boolean;
  /** Called with the new name; empty means the one in the text again. */
  readonly onRename: (name: string) => void;
}

/**
 * The deck's title. Written into and left by Enter or a click elsewhere it renames the deck; Escape takes it back. Of all in
 * the bar it gives way first, so that the save state keeps its words.
 */
export function DeckTitle({ title, canRename, onRename }: DeckTitleProps) {
  const [draft, setDraft] = useState<string>();
  const isGivenUp = useRef(false);
  const shown = draft ?? title;

  useEffect(() => {
    document.title = `${title} · Lectern`;
  }, [title]);

  if (!canRename) return <h1 className="min-w-0 shrink-[999] truncate px-1.5 text-[14px] font-semibold">{title}</h1>;

  function finish() {
    const name = draft?.trim();
    setDraft(undefined);
    if (!isGivenUp.current && name !== undefined && name !== title) onRename(name);
    isGivenUp.current = false;
  }

  return (
    <h1 className="min-w-0 shrink-[999] text-[14px] font-semibold">
      <input
        aria-label="Deck title"
        value={shown}
        maxLength={maxTitleLength}
        spellCheck={false}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={finish}
        onKeyDown={(event) => {
          if (event.key !== "Enter" && event.key !== "Escape") return;
          isGivenUp.current = event.key === "Escape";
          event.currentTarget.blur();
        }}
        className="h-7 max-w-full min-w-12 truncate rounded-sm px-1.5 [field-sizing:content] hover:bg-hover focus-visible:bg-raised focus-visible:outline-offset-0"
      />
    </h1>
  );
}
