"use client";
import { Autocomplete as Primitive } from "@base-ui/react/autocomplete";
import { Search } from "lucide-react";
import { useState, type ReactNode } from "react";

export interface PickerItem {
  readonly id: string;
  readonly label: string;
  /** All words by which it is found. */
  readonly words: string;
}

/** A type and no interface: the list's own type asks for one that may hold more. */
export type PickerGroup = {
  readonly label: string;
  readonly items: readonly PickerItem[];
};

export interface PicturePickerProps {
  /** Names the field and the list. */
  readonly label: string;
  readonly groups: readonly PickerGroup[];
  readonly columns: number;
  readonly picture: (id: string) => ReactNode;
  readonly onPick: (id: string) => void;
}

/** A field to search in, and under it pictures to pick from, in groups; arrow keys walk them while one types. */
export function PicturePicker({ label, groups, columns, picture, onPick }: PicturePickerProps) {
  const [query, setQuery] = useState("");
  return (
    <Primitive.Root
      inline
      open
      grid
      autoHighlight="always"
      items={groups}
      filteredItems={search(groups, query)}
      value={query}
      onValueChange={setQuery}
      itemToStringValue={(item) => item.label}
    >
      <div className="relative px-2 pt-1 pb-1.5">
        <Search className="pointer-events-none absolute top-3 left-4.5 size-4 text-dim" aria-hidden="true" />
        <Primitive.Input
          autoFocus
          aria-label={label}
          placeholder={label}
          className="h-8 w-full rounded-md bg-page pr-2 pl-8 text-[13px] shadow-[inset_0_0_0_1px_var(--line)] outline-none placeholder:text-dim focus-visible:shadow-[inset_0_0_0_2px_var(--accent)]"
        />
      </div>
      <Primitive.Empty className="px-3 pb-3 text-[13px] text-dim empty:hidden">Nothing of that name. Try another word for it.</Primitive.Empty>
      <Primitive.List aria-label={label} className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-2 pb-2 outline-none data-empty:hidden">
        {(group: PickerGroup) => (
          <Primitive.Group key={group.label} items={group.items} className="pb-1">
            <Primitive.GroupLabel className="sticky top-0 z-10 bg-raised px-1 pt-1.5 pb-1 text-xs text-dim">{group.label}</Primitive.GroupLabel>
            {rowsOf(group.items, columns).map((row) => (
              <Primitive.Row
                key={row.map(({ id }) => id).join()}
                className="grid gap-1"
                style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
              >
                {row.map((item) => (
                  <Primitive.Item
                    key={item.id}
                    value={item}
                    onClick={() => onPick(item.id)}
                    className="cursor-default rounded-md p-1.5 text-[13px] leading-[18px] outline-none select-none data-highlighted:bg-hover data-highlighted:shadow-[inset_0_0_0_1px_var(--control)]"
                  >
                    {picture(item.id)}
                    <span className="mt-1 block truncate">{item.label}</span>
                  </Primitive.Item>
                ))}
              </Primitive.Row>
            ))}
          </Primitive.Group>
        )}
      </Primitive.List>
    </Primitive.Root>
  );
}

/** Items that hold every word of the query somewhere; groups without any are left out. */
function search(groups: readonly PickerGroup[], query: string): readonly PickerGroup[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const matches = (item: PickerItem) => words.every((word) => item.words.toLowerCase().includes(word));
  return groups.map(({ label, items }) => ({ label, items: items.filter(matches) })).filter(({ items }) => items.length > 0);
}

function rowsOf(items: readonly PickerItem[], columns: number): readonly (readonly PickerItem[])[] {
  return Array.from({ length: Math.ceil(items.length / columns) }, (_, row) => items.slice(row * columns, (row + 1) * columns));
}
