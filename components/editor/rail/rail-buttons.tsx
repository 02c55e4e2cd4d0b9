"use client";
import { Ellipsis, Plus } from "lucide-react";
import { railGapPx, railRowPx } from "@/components/editor/preview/rail-window";
import { Tooltip } from "@/components/ui/tooltip";

export interface RailButtonsProps {
  readonly count: number;
  /** Rows that show their "…" button. */
  readonly withMenu: readonly number[];
  /** May slides be added? */
  readonly canAdd: boolean;
  /** Before which row a button adds a slide; undefined shows none. */
  readonly gap: number | undefined;
  readonly menuRow: number | undefined;
  readonly onMenu: (row: number, button: Element) => void;
  readonly onAdd: (before: number) => void;
}

/** Buttons over the rows, beside the list: a row itself is one button. */
export function RailButtons({ count, withMenu, canAdd, gap, menuRow, onMenu, onAdd }: RailButtonsProps) {
  return (
    <>
      {withMenu.map((row) => (
        <button
          key={row}
          type="button"
          className="rail-more"
          style={{ top: row * railRowPx }}
          aria-label={`What to do with slide ${row + 1}`}
          aria-haspopup="menu"
          aria-expanded={menuRow === row}
          onClick={(event) => onMenu(row, event.currentTarget)}
        >
          <Ellipsis aria-hidden="true" />
        </button>
      ))}
      {gap === undefined ? null : (
        <button
          type="button"
          className="rail-insert"
          style={{ top: gap * railRowPx - railGapPx }}
          tabIndex={-1}
          aria-label={gap === 0 ? "Add a slide before the first" : `Add a slide after slide ${gap}`}
          onClick={() => onAdd(gap)}
        >
          <Plus aria-hidden="true" />
        </button>
      )}
      {canAdd ? (
        <Tooltip content="Add a slide at the end (Enter adds one after the current slide)" side="top">
          <button type="button" className="rail-add" style={{ top: count * railRowPx }} onClick={() => onAdd(count)}>
            <Plus aria-hidden="true" />
            Add slide
          </button>
        </Tooltip>
      ) : null}
    </>
  );
}
