"use client";
import { Popover as Primitive } from "@base-ui/react/popover";
import type { ReactElement, ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { popupClass } from "@/components/ui/popup-class";

export interface PopoverProps {
  readonly trigger: ReactElement;
  readonly title: string;
  readonly align?: "start" | "center" | "end";
  readonly side?: "top" | "bottom";
  readonly className?: string;
  /** Called with what closes it. */
  readonly children: (close: () => void) => ReactNode;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  /** Asked when it closes: false where the focus has a better place than the button. */
  readonly returnsFocus?: () => boolean;
}

/** A small panel that hangs on its button. */
export function Popover({
  trigger,
  title,
  align = "center",
  side = "bottom",
  className,
  children,
  isOpen,
  onOpenChange,
  returnsFocus = () => true,
}: PopoverProps) {
  return (
    <Primitive.Root open={isOpen} onOpenChange={onOpenChange}>
      <Primitive.Trigger render={trigger} />
      <Primitive.Portal>
        <Primitive.Positioner align={align} side={side} sideOffset={6} collisionPadding={8} className="z-50">
          <Primitive.Popup finalFocus={returnsFocus} className={classNames(popupClass, "max-h-(--available-height) overflow-y-auto", className)}>
            <Primitive.Title className="px-3 pt-3 pb-1 text-[13px] font-semibold">{title}</Primitive.Title>
            {children(() => onOpenChange(false))}
          </Primitive.Popup>
        </Primitive.Positioner>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
