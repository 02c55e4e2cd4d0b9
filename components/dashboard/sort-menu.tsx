"use client";
import { ArrowDownWideNarrow } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import { MenuChoice } from "@/components/ui/menu-parts";
import type { DeckSort } from "@/lib/api/decks";

const choices = [
  { value: "edited", label: "Last edited" },
  { value: "created", label: "Newest" },
  { value: "name", label: "Title" },
] as const satisfies readonly { value: DeckSort; label: string }[];

/** In which order the decks stand. */
export function SortMenu({ sort, onSort }: { readonly sort: DeckSort; readonly onSort: (sort: DeckSort) => void }) {
  return (
    <Menu
      align="end"
      trigger={
        <Button variant="ghost" aria-label={`Sorted by: ${choices.find(({ value }) => value === sort)?.label}`}>
          <ArrowDownWideNarrow aria-hidden="true" />
          <span className="max-sm:sr-only">{choices.find(({ value }) => value === sort)?.label}</span>
        </Button>
      }
    >
      <MenuChoice label="Sort by" value={sort} choices={choices} onChange={onSort} />
    </Menu>
  );
}
