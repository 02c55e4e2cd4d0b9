"use client";
import { Dialog as Primitive } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";

export interface DialogProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly title: string;
  readonly description?: ReactNode;
  readonly width?: "sm" | "md" | "lg" | "xl";
  readonly children: ReactNode;
}

/** A dialog over the page. Escape, the cross and a click beside it close it. */
export function Dialog({ isOpen, onOpenChange, title, description, width = "md", children }: DialogProps) {
  return (
    <Primitive.Root open={isOpen} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        {/* Also over another dialog, which would look alive beside it. */}
        <Primitive.Backdrop
          forceRender
          className="fixed inset-0 z-40 bg-veil transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0"
        />
        <Primitive.Viewport className="fixed inset-0 z-40 flex flex-col items-center overflow-y-auto p-0 sm:px-4 sm:pt-[12vh] sm:pb-8">
          <Primitive.Popup className={classNames(panelClass, widths[width])}>
            <Primitive.Title className="pr-8 text-[17px] leading-6 font-semibold tracking-[-0.01em]">{title}</Primitive.Title>
            {description === undefined ? null : <Primitive.Description className="mt-1 text-dim">{description}</Primitive.Description>}
            {children}
            {/* Last, so that the first thing to focus is the dialog's own. */}
            <Primitive.Close
              render={<IconButton label="Close" icon={X} size="sm" hasTooltip={false} className="absolute top-4 right-4 sm:top-5 sm:right-5" />}
            />
          </Primitive.Popup>
        </Primitive.Viewport>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

const widths = { sm: "sm:max-w-[400px]", md: "sm:max-w-[540px]", lg: "sm:max-w-[720px]", xl: "sm:max-w-[960px]" } as const;

/** At the lower edge of a narrow screen by its margin: aligned there, the top of a tall dialog could not be scrolled to. */
const panelClass =
  "relative mt-auto w-full shrink-0 rounded-t-lg bg-raised p-5 shadow-pop outline-none transition-[opacity,translate] duration-150 sm:mt-0 sm:rounded-lg sm:p-6 " +
  "data-ending-style:opacity-0 data-starting-style:translate-y-2 data-starting-style:opacity-0";

/** The acts of a dialog, the one that goes on last. */
export function DialogActs({ children }: { readonly children: ReactNode }) {
  return <div className="mt-6 flex flex-wrap justify-end gap-2">{children}</div>;
}
