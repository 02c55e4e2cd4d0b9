"use client";
import { Dialog as Primitive } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "@/components/ui/icon-button";

export interface FullDialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog that has the whole window, for what is looked at with room around it. Escape and the cross close it. */
export function FullDialog({ title, onClose, children }: FullDialogProps) {
  return (
    <Primitive.Root
      open
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Primitive.Portal>
        <Primitive.Backdrop className="fixed inset-0 z-40 bg-veil transition-opacity duration-150 data-starting-style:opacity-0" />
        <Primitive.Popup className="fixed inset-0 z-40 flex flex-col overflow-hidden bg-page shadow-pop outline-none transition-opacity duration-150 data-starting-style:opacity-0 sm:inset-5 sm:rounded-lg">
          <div className="flex h-12 shrink-0 items-center border-b border-line pr-12 pl-4">
            <Primitive.Title className="text-[15px] font-semibold tracking-[-0.01em]">{title}</Primitive.Title>
          </div>
          {children}
          {/* Last, so that the first thing to focus is the dialog's own. */}
          <Primitive.Close render={<IconButton label="Close" icon={X} hasTooltip={false} className="absolute top-2 right-2" />} />
        </Primitive.Popup>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
