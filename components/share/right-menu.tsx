"use client";
import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { shareWords, shownRights } from "@/components/share/share-words";
import { Button } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import { MenuChoice } from "@/components/ui/menu-parts";
import type { DeckRight } from "@/lib/workspace/policies";

export interface RightMenuProps {
  /** Whose right it is, for the button's name: "Ana: can edit". */
  readonly of: string;
  readonly right: DeckRight;
  readonly onChange: (right: DeckRight) => void;
  readonly children?: ReactNode;
}

/** What somebody can do with the deck, and the choice of another right; more acts stand below. */
export function RightMenu({ of, right, onChange, children }: RightMenuProps) {
  const { can } = shareWords[right];
  return (
    <Menu
      align="end"
      className="w-72"
      trigger={
        <Button variant="ghost" aria-label={`${of}: ${can.toLowerCase()}`} className="text-dim">
          {can}
          <ChevronDown aria-hidden="true" />
        </Button>
      }
    >
      <MenuChoice label="What they can do" value={right} choices={rightChoices} onChange={onChange} />
      {children}
    </Menu>
  );
}

const rightChoices = shownRights.map((value) => ({ value, label: shareWords[value].can, hint: shareWords[value].explanation }));
