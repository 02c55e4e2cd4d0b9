"use client";
import { Dialog as Primitive } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";

export interface SheetProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly title: string;
  /** The edge it comes from: from the right as wide as a phone. */
  readonly side?: "left" | "right";
  /** From the left, as narrow as a rail of pictures or wide enough for names. */
  readonly width?: "rail" | "wide";
  readonly children: ReactNode;
}

/** A panel that comes in from an edge, for what has no room on a narrow screen. */
export function Sheet({ isOpen, onOpenChange, title, side = "left", width = "rail", children }: SheetProps) {
  return (
    <Primitive.Root open={isOpen} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <Primitive.Backdrop className="fixed inset-0 z-40 bg-veil transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Primitive.Popup
          className={classNames(
            "fixed inset-y-0 z-40 flex flex-col bg-sunken shadow-pop outline-none transition-[translate] duration-150",
            sides[side],
            side === "left" && widths[width],
          )}
        >
          <div className="flex h-12 shrink-0 items-center justify-between border-b border-line pr-2 pl-4">
            <Primitive.Title className="text-[13px] font-semibold">{title}</Primitive.Title>
            <Primitive.Close render={<IconButton label="Close" icon={X} size="sm" hasTooltip={false} />} />
          </div>
          <div className="min-h-0 flex-1">{children}</div>
        </Primitive.Popup>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

const sides = {
  left: "left-0 data-ending-style:-translate-x-full data-starting-style:-translate-x-full",
  right: "right-0 w-[min(100vw-32px,400px)] data-ending-style:translate-x-full data-starting-style:translate-x-full",
} as const;

const widths = { rail: "w-[172px]", wide: "w-[min(300px,85vw)]" } as const;
