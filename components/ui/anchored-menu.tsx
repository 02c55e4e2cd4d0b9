"use client";
import { Menu as Primitive } from "@base-ui/react/menu";
import type { ReactNode } from "react";
import { MenuPopup } from "@/components/ui/menu-popup";

/** What a menu hangs on: an element, or a place on the page where somebody pressed. */
export type MenuAnchor = Element | { readonly x: number; readonly y: number };

export interface AnchoredMenuProps {
  /** Undefined while it is closed. */
  readonly anchor: MenuAnchor | undefined;
  readonly label: string;
  readonly onClose: () => void;
  /** What takes the focus when it closes. */
  readonly focusAfter?: () => HTMLElement | null | undefined;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A menu that opens where it is asked for: one for many rows, or a context menu. */
export function AnchoredMenu({ anchor, label, onClose, focusAfter, className, children }: AnchoredMenuProps) {
  const isPlace = anchor !== undefined && !(anchor instanceof Element);
  return (
    <Primitive.Root modal={false} open={anchor !== undefined} onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <MenuPopup
        anchor={isPlace ? { getBoundingClientRect: () => new DOMRect(anchor.x, anchor.y, 0, 0) } : anchor}
        align="start"
        side="bottom"
        sideOffset={4}
        label={label}
        focusAfter={focusAfter}
        className={className}
      >
        {children}
      </MenuPopup>
    </Primitive.Root>
  );
}
