"use client";
import { Search } from "lucide-react";
import type { KeyboardEvent, Ref } from "react";

export interface SearchBoxProps {
  readonly ref: Ref<HTMLInputElement>;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Down leads into what was found. */
  readonly onDown: () => void;
}

/** Looks through titles, slides and notes as somebody types. */
export function SearchBox({ ref, value, onChange, onDown }: SearchBoxProps) {
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "ArrowDown" && value.trim() !== "") {
      event.preventDefault();
      onDown();
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (value === "") event.currentTarget.blur();
      else onChange("");
    }
  };
  return (
    <search className="relative min-w-0 flex-1 sm:max-w-[420px]">
      <Search className="pointer-events-none absolute top-0 left-3 h-full w-4 text-dim" aria-hidden="true" />
      <input
        ref={ref}
        type="search"
        aria-label="Search decks"
        aria-keyshortcuts="/"
        placeholder="Search titles, slides and notes"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        className="peer h-9 w-full pointer-coarse:h-11 rounded-md bg-raised pr-3 pl-9 text-[13px] shadow-[inset_0_0_0_1px_var(--line)] outline-none placeholder:text-dim focus-visible:shadow-[inset_0_0_0_2px_var(--accent)]"
      />
      <kbd
        aria-hidden="true"
        className="pointer-events-none absolute top-2 right-2 rounded-sm px-1.5 font-sans text-xs leading-5 text-dim shadow-[inset_0_0_0_1px_var(--line)] peer-focus:hidden peer-[:not(:placeholder-shown)]:hidden pointer-coarse:hidden"
      >
        /
      </kbd>
    </search>
  );
}
